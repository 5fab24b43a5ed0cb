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
    Lock weak = Lock.NONE;
    boolean own = false;
    for (var held : seen.locks().entrySet()) {
      Lock lock = held.getValue();
      if (!Former.holds(old, held.getKey())) {
        own |= lock.blocksWriters();
      } else if (lock.blocksWriters()) {
        tables.add(held.getKey());
        strongest = strongest.or(lock);
      } else {
        weak = weak.or(lock);
      }
    }
    seen.work()
        .forEach(
            (table, done) -> {
              if (Former.holds(old, table)) {
                work.addAll(done);
              }
            });
    return new PassageView(
        kit.changes(from).migration(step),
        tables.isEmpty() ? "" : strongest.blocks(),
        nobody(weak, own),
        tables.stream()
            .map(table -> new Link(table.display(), kit.index().href(from, table)))
            .toList(),
        work.stream().map(Work::label).collect(Collectors.joining(", ")),
        runs(migration(step), longest));
  }

  /** What stands where no reader or writer waits. */
  private static String nobody(Lock weak, boolean own) {
    return weak == Lock.SHARE_UPDATE_EXCLUSIVE
        ? "nobody but " + weak.blocks()
        : own ? "nobody: only tables that are new in this release" : "nobody";
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
