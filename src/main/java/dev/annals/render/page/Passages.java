package dev.annals.render.page;

import dev.annals.model.change.Lock;
import dev.annals.model.change.Work;
import dev.annals.model.history.Migration;
import dev.annals.model.history.Observation;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Environment;
import dev.annals.model.story.Release;
import dev.annals.render.notes.Durations;
import dev.annals.render.notes.Former;
import dev.annals.render.page.Views.Link;
import dev.annals.render.page.Views.PassageView;
import dev.annals.render.page.Views.RunView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a migration meant to live databases: who waited, and where it ran, when and how long. */
final class Passages {

  private final Kit kit;
  private final Chronicle chronicle;

  Passages(Kit kit) {
    this.kit = kit;
    this.chronicle = kit.index().chronicle();
  }

  /**
   * The migrations of a release, in their order.
   *
   * @param old what was there before it: locks on that are told
   */
  List<PassageView> of(Release release, Set<ObjectRef> old, String from) {
    long longest =
        release.steps().stream()
            .flatMap(
                step -> chronicle.environments().stream().map(e -> applied(e, migration(step))))
            .mapToLong(applied -> applied == null ? 0 : applied.millis())
            .max()
            .orElse(0);
    return release.steps().stream().map(step -> passage(step, from, old, longest)).toList();
  }

  private PassageView passage(int step, String from, Set<ObjectRef> old, long longest) {
    Observation seen = chronicle.steps().get(step).step().observation();
    Set<ObjectRef> tables = new TreeSet<>();
    Set<Work> work = new TreeSet<>();
    Lock strongest = Lock.NONE;
    boolean locks = false;
    for (var held : seen.locks().entrySet()) {
      locks |= held.getValue().blocksWriters();
      if (held.getValue().blocksWriters() && Former.holds(old, held.getKey())) {
        tables.add(held.getKey());
        strongest = strongest.or(held.getValue());
        work.addAll(seen.work().getOrDefault(held.getKey(), Set.of()));
      }
    }
    return new PassageView(
        kit.changes(from).migration(step),
        tables.isEmpty() ? "" : strongest.blocks(),
        locks && tables.isEmpty(),
        tables.stream()
            .map(table -> new Link(table.display(), kit.index().href(from, table)))
            .toList(),
        work.stream().map(Work::label).collect(Collectors.joining(", ")),
        runs(migration(step), longest));
  }

  private Migration migration(int step) {
    return chronicle.steps().get(step).step().migration();
  }

  /** How a migration stands in each environment that could be read. */
  List<RunView> runs(Migration migration) {
    return runs(migration, 0);
  }

  private List<RunView> runs(Migration migration, long longest) {
    List<RunView> runs = new ArrayList<>();
    for (Environment environment : chronicle.environments()) {
      Environment.Applied applied = applied(environment, migration);
      if (applied != null) {
        boolean timed = applied.millis() >= 0 && longest > 0;
        runs.add(
            new RunView(
                environment.name(),
                applied.state().label(),
                applied.on().replaceAll(" .*", ""),
                applied.millis() < 0 ? "" : Durations.time(applied.millis()),
                timed ? (int) (applied.millis() * 100 / longest) : -1));
      } else if (environment.pending().contains(migration.name())) {
        runs.add(new RunView(environment.name(), "pending", "", "", -1));
      }
    }
    return runs;
  }

  private static Environment.Applied applied(Environment environment, Migration migration) {
    return environment.applied().stream()
        .filter(applied -> applied.script().endsWith(migration.script()))
        .filter(
            applied ->
                applied.script().length() == migration.script().length()
                    || applied.script().endsWith("/" + migration.script()))
        .reduce((earlier, later) -> later)
        .orElse(null);
  }
}
