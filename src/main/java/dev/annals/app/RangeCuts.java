package dev.annals.app;

import dev.annals.app.config.Range;
import dev.annals.model.Nearest;
import dev.annals.model.Problem;
import dev.annals.model.history.Commit;
import dev.annals.model.history.Cut;
import dev.annals.model.history.History;
import dev.annals.model.history.Migration;
import dev.annals.model.history.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Chooses the cuts that a range asks for: its last release is then what is to be told. */
final class RangeCuts {

  private final Range range;
  private final List<Cut> configured;
  private final History history;
  private final Function<String, Optional<List<Cut>>> tags;
  private final boolean shallow;

  /**
   * Prepares to choose.
   *
   * @param configured the releases of the configuration, oldest first
   * @param tags finds a git tag that is no release, and before it the releases that it continues
   * @param shallow whether git may lack tags, since it has only a part of the history
   */
  RangeCuts(
      Range range,
      List<Cut> configured,
      History history,
      Function<String, Optional<List<Cut>>> tags,
      boolean shallow) {
    this.range = range;
    this.configured = configured;
    this.history = history;
    this.tags = tags;
    this.shallow = shallow;
  }

  List<Cut> cuts() {
    return switch (range.mode()) {
      case ALL, LAST, UNRELEASED -> configured;
      case ONE -> one();
      case BETWEEN -> between();
    };
  }

  private List<Cut> one() {
    for (int i = 0; i < configured.size(); i++) {
      if (configured.get(i).name().equals(range.to())) {
        return configured.subList(0, i + 1);
      }
    }
    Optional<Cut> migration = migration(range.to());
    if (migration.isEmpty()) {
      return tags.apply(range.to()).orElseThrow(() -> unknown(range.to()));
    }
    int through = migration.get().through();
    return through == 0 ? List.of(migration.get()) : List.of(cut(through - 1), migration.get());
  }

  private List<Cut> between() {
    List<Cut> cuts = new ArrayList<>();
    if (!range.from().isEmpty()) {
      cuts.add(named(range.from()).at(Cut.Line.MAIN));
    }
    if (!range.to().isEmpty()) {
      Cut to = named(range.to());
      boolean aside = to.line().aside() && !cuts.isEmpty();
      cuts.add(to.at(new Cut.Line("", aside)));
    }
    if (cuts.size() == 2 && cuts.get(0).through() > cuts.get(1).through()) {
      throw Problem.usage(
          "reading the range %s..%s: it runs backwards".formatted(range.from(), range.to()),
          "The older one stands first: %s..%s.".formatted(range.to(), range.from()));
    }
    return cuts;
  }

  private Cut named(String name) {
    return configured.stream()
        .filter(cut -> cut.name().equals(name))
        .findFirst()
        .or(() -> migration(name))
        .or(() -> tags.apply(name).map(cuts -> cuts.get(cuts.size() - 1)))
        .orElseThrow(() -> unknown(name));
  }

  private Optional<Cut> migration(String name) {
    String version = name.replaceFirst("^[Vv](?=\\d)", "").replace('_', '.');
    for (int i = 0; i < history.steps().size(); i++) {
      Migration migration = history.steps().get(i).migration();
      boolean same =
          migration.version().isEmpty()
              ? migration.description().equals(name) || migration.script().equals(name)
              : migration.version().equals(version) || migration.script().equals(name);
      if (same) {
        return Optional.of(cut(i));
      }
    }
    return Optional.empty();
  }

  private Cut cut(int index) {
    Step step = history.steps().get(index);
    Migration migration = step.migration();
    return new Cut(
        migration.name(),
        migration.version().isEmpty() ? "" : migration.description(),
        migration.introduced().date(),
        Commit.UNKNOWN,
        index,
        step.after(),
        List.of());
  }

  private Problem unknown(String name) {
    List<String> known = new ArrayList<>();
    configured.forEach(cut -> known.add(cut.name()));
    history.steps().forEach(step -> known.add(step.migration().name()));
    String near = Nearest.suggestion(name, known);
    String some = last(known.subList(0, configured.size()), known);
    return Problem.usage(
        "reading the range: there is no release, tag or migration \"" + name + "\"",
        (near.isEmpty() ? some : near)
            + (shallow
                ? " The clone is shallow and may lack a tag: git fetch --tags --unshallow."
                : ""));
  }

  /** The last releases and migrations: what was meant is most often one of them. */
  private static String last(List<String> releases, List<String> all) {
    List<String> migrations = all.subList(releases.size(), all.size());
    return (releases.isEmpty() ? "" : "The last releases are " + tail(releases) + "; the")
        + (releases.isEmpty() ? "The" : "")
        + " last migrations are "
        + tail(migrations)
        + ".";
  }

  private static String tail(List<String> names) {
    return String.join(", ", names.subList(Math.max(0, names.size() - 4), names.size()));
  }
}
