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
    List<Cut> all = withUnreleased(cuts);
    List<Release> releases = new ArrayList<>();
    List<Moment> moments = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Cut cut = all.get(i);
      int number = cut.line().before(i, each -> all.get(each).name());
      Moment before = number < 0 ? new Moment(Optional.empty(), -1) : moments.get(number);
      moments.add(new Moment(Optional.of(cut), cut.line().aside() ? before.step : cut.through()));
      Optional<Release> former = number < 0 ? Optional.empty() : Optional.of(releases.get(number));
      releases.add(release(cut, former, before, moments.get(i)));
    }
    return releases;
  }

  private List<Cut> withUnreleased(List<Cut> cuts) {
    int last = steps.size() - 1;
    Snapshot now = steps.get(last).step().after();
    Cut latest =
        cuts.stream()
            .filter(cut -> !cut.line().aside())
            .reduce((earlier, later) -> later)
            .orElse(cuts.get(cuts.size() - 1));
    // A file that was edited after the last cut is not released either.
    if (latest.through() >= last && latest.schema().schema().equals(now.schema())) {
      return cuts;
    }
    List<Cut> all = new ArrayList<>(cuts);
    boolean next = latest.name().equals(cuts.get(cuts.size() - 1).name());
    all.add(
        new Cut(Release.UNRELEASED, "", "", Commit.UNKNOWN, last, now, List.of())
            .at(new Cut.Line(next ? "" : latest.name(), false)));
    return all;
  }

  /** The schema of a cut, recognised where somebody wants to know; that before the first step. */
  private final class Moment {
    private final Optional<Cut> cut;
    private final int step;
    private Snapshot snapshot;

    /**
     * Of a cut.
     *
     * @param step the moment of the main history by which its objects are recognised: of a cut that
     *     is none of it, where its line began
     */
    private Moment(Optional<Cut> cut, int step) {
      this.cut = cut;
      this.step = step;
    }

    private Snapshot snapshot() {
      if (snapshot == null) {
        snapshot =
            cut.map(each -> lineage.recognise(each.schema().schema(), step))
                .orElseGet(() -> lineage.snapshot(-1));
      }
      return snapshot;
    }

    private Schema schema() {
      return cut.isEmpty() ? snapshot().schema() : cut.get().schema().schema();
    }
  }

  private Release release(Cut cut, Optional<Release> former, Moment before, Moment after) {
    List<Integer> held =
        IntStream.rangeClosed(0, cut.through())
            .filter(
                step ->
                    holds(cut, step) && former.stream().noneMatch(each -> holds(each.cut(), step)))
            .boxed()
            .toList();
    List<JudgedChange> changes =
        known.changes(
            before.cut,
            held,
            cut,
            after.step,
            () -> changes(held, before.snapshot(), after.snapshot()));
    SemanticVersion then = former.map(this::reached).orElse(settings.initial());
    // The first one is a step from nothing, as the first migration is.
    boolean first =
        former.map(each -> each.cut().through() < 0).orElse(true)
            && before.schema().equals(lineage.snapshot(-1).schema());
    Bump bump = first ? Bump.NONE : bump(changes, then);
    return new Release(
        cut, held, changes, bump, cut.line().aside() ? then.next(bump) : reached(cut));
  }

  private boolean holds(Cut cut, int step) {
    return cut.holds(step, steps.get(step).step().migration());
  }

  /** The schema version that the next release goes on from. */
  private SemanticVersion reached(Release release) {
    return release.aside() ? release.version() : reached(release.cut());
  }

  private SemanticVersion reached(Cut cut) {
    return cut.through() < 0 ? settings.initial() : steps.get(cut.through()).version();
  }

  private List<JudgedChange> changes(List<Integer> held, Snapshot before, Snapshot after) {
    List<JudgedStep> own = held.stream().map(steps::get).toList();
    return verdicts.judge(
        before.schema(),
        after.schema(),
        SchemaDiff.between(before, after),
        Together.of(own, before.schema()),
        Route.of(own.stream().map(JudgedStep::step).toList()));
  }

  private Bump bump(List<JudgedChange> changes, SemanticVersion version) {
    return changes.stream()
        .map(change -> settings.bump(change.verdict().level(), version))
        .reduce(Bump.NONE, Bump::or);
  }
}
