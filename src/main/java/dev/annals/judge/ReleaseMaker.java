package dev.annals.judge;

import dev.annals.judge.diff.Lineage;
import dev.annals.judge.diff.SchemaDiff;
import dev.annals.judge.rules.Route;
import dev.annals.model.change.Bump;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.SemanticVersion;
import dev.annals.model.history.Commit;
import dev.annals.model.history.Cut;
import dev.annals.model.history.Migration;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Snapshot;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes releases of the team's cuts: what each brought, as the net effect of its migrations. */
final class ReleaseMaker {

  private final Lineage lineage;
  private final List<JudgedStep> steps;
  private final Verdicts verdicts;
  private final JudgeSettings settings;
  private final JudgedBefore known;

  ReleaseMaker(
      Lineage lineage,
      List<JudgedStep> steps,
      Verdicts verdicts,
      JudgeSettings settings,
      JudgedBefore known) {
    this.lineage = lineage;
    this.steps = steps;
    this.verdicts = verdicts;
    this.settings = settings;
    this.known = known;
  }

  /** The releases, oldest first; one for each migration where no cut was made. */
  List<Release> make(List<Cut> cuts) {
    return cuts.isEmpty() ? oneForEach() : ofCuts(cuts);
  }

  private List<Release> oneForEach() {
    return IntStream.range(0, steps.size()).mapToObj(this::ofStep).toList();
  }

  private Release ofStep(int index) {
    JudgedStep step = steps.get(index);
    Migration migration = step.step().migration();
    Cut cut =
        new Cut(
            migration.name(),
            migration.version().isEmpty() ? "" : migration.description(),
            migration.introduced().date(),
            migration.introduced(),
            index,
            step.step().after(),
            List.of());
    return new Release(cut, List.of(index), step.changes(), step.bump(), step.version());
  }

  private List<Release> ofCuts(List<Cut> cuts) {
    List<Release> releases = new ArrayList<>();
    Moment before = new Moment(Optional.empty());
    int from = 0;
    for (Cut cut : withUnreleased(cuts)) {
      Moment after = new Moment(Optional.of(cut));
      releases.add(release(cut, from, before, after));
      before = after;
      from = Math.max(from, cut.through() + 1);
    }
    return releases;
  }

  private List<Cut> withUnreleased(List<Cut> cuts) {
    int last = steps.size() - 1;
    Snapshot now = steps.get(last).step().after();
    Cut latest = cuts.get(cuts.size() - 1);
    // A file that was edited after the last cut is not released either.
    if (latest.through() >= last && latest.schema().schema().equals(now.schema())) {
      return cuts;
    }
    List<Cut> all = new ArrayList<>(cuts);
    all.add(new Cut(Release.UNRELEASED, "", "", Commit.UNKNOWN, last, now, List.of()));
    return all;
  }

  /** The schema of a cut, recognised where somebody wants to know; that before the first step. */
  private final class Moment {
    private final Optional<Cut> cut;
    private Snapshot snapshot;

    private Moment(Optional<Cut> cut) {
      this.cut = cut;
    }

    private Snapshot snapshot() {
      if (snapshot == null) {
        snapshot =
            cut.map(each -> lineage.recognise(each.schema().schema(), each.through()))
                .orElseGet(() -> lineage.snapshot(-1));
      }
      return snapshot;
    }

    private Schema schema() {
      return cut.isEmpty() ? snapshot().schema() : cut.get().schema().schema();
    }
  }

  private Release release(Cut cut, int from, Moment before, Moment after) {
    List<JudgedChange> changes =
        known.changes(
            before.cut, from, cut, () -> changes(cut, from, before.snapshot(), after.snapshot()));
    SemanticVersion version =
        cut.through() < 0 ? settings.initial() : steps.get(cut.through()).version();
    List<Integer> held = IntStream.rangeClosed(from, cut.through()).boxed().toList();
    // The first one is a step from nothing, as the first migration is.
    boolean first = from == 0 && before.schema().equals(lineage.snapshot(-1).schema());
    Bump bump = first ? Bump.NONE : bump(changes, before(from));
    return new Release(cut, held, changes, bump, version);
  }

  private List<JudgedChange> changes(Cut cut, int from, Snapshot before, Snapshot after) {
    List<JudgedStep> own = steps.subList(from, cut.through() + 1);
    return verdicts.judge(
        before.schema(),
        after.schema(),
        SchemaDiff.between(before, after),
        Together.of(own, before.schema()),
        Route.of(own.stream().map(JudgedStep::step).toList()));
  }

  /** The schema version before a step. */
  private SemanticVersion before(int step) {
    return step == 0 ? settings.initial() : steps.get(step - 1).version();
  }

  private Bump bump(List<JudgedChange> changes, SemanticVersion version) {
    return changes.stream()
        .map(change -> settings.bump(change.verdict().level(), version))
        .reduce(Bump.NONE, Bump::or);
  }
}
