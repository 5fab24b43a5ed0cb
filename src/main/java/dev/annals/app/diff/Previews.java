package dev.annals.app.diff;

import dev.annals.app.Progress;
import dev.annals.app.Provenance;
import dev.annals.app.Witnesses;
import dev.annals.extract.consumer.ConsumerReader;
import dev.annals.extract.history.Plan;
import dev.annals.extract.replay.cache.ReplayCache;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.judge.Judge;
import dev.annals.judge.JudgeSettings;
import dev.annals.model.change.SemanticVersion;
import dev.annals.model.history.Cut;
import dev.annals.model.history.History;
import dev.annals.model.schema.Snapshot;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Environment;
import dev.annals.model.story.Finding;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Preview;
import dev.annals.model.story.Preview.FileChange;
import dev.annals.model.story.Preview.Point;
import dev.annals.model.story.Release;
import dev.annals.model.story.WayBack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges what lies between two replayed states. */
final class Previews {

  private final ScratchServer server;
  private final ReplayCache cache;
  private final Progress progress;
  private final Sides sides;
  private final BaseStory base;

  Previews(
      ScratchServer server, ReplayCache cache, Progress progress, Sides sides, BaseStory base) {
    this.server = server;
    this.cache = cache;
    this.progress = progress;
    this.sides = sides;
    this.base = base;
  }

  /** The first steps of a history. */
  static History until(History history, int first) {
    return new History(
        history.engine(), history.initial(), history.steps().subList(0, first), List.of());
  }

  /**
   * The preview of two states.
   *
   * @param plan what gave the history
   * @param first index of the first step that a database at the base has not run
   * @param then the base's own history
   * @param found what was found before anything was judged
   */
  Preview of(Plan plan, History history, int first, History then, List<Finding> found) {
    return preview(plan, history, first, then, found, List.of());
  }

  /** The same for a live database, of which it is known what it has run. */
  Preview of(Plan plan, History history, int first, List<Finding> found, Environment environment) {
    return preview(plan, history, first, until(history, first), found, List.of(environment));
  }

  private Preview preview(
      Plan plan,
      History history,
      int first,
      History then,
      List<Finding> found,
      List<Environment> environments) {
    Optional<BaseStory.Judged> earlier =
        then.steps().isEmpty() ? Optional.empty() : Optional.of(base.of(then));
    List<Cut> cuts = cuts(history, first, then);
    JudgeSettings semver = sides.head().config().semver();
    boolean alike = semver.equals(sides.base().config().semver());
    Judge judge =
        earlier
            .map(known -> known.onwards(history, cuts, alike, semver))
            .orElseGet(() -> Judge.of(history, cuts, semver));
    Plan proposed = sides.headPlan();
    judge.sessionsBeginWith(proposed.sessionSql(), proposed.callbacks().earlierSql());
    ConsumerReader.Result consumers =
        ConsumerReader.read(
            sides.head().folder(), sides.head().config().databases().get(0).consumers());
    judge.note(consumers.notes());
    new Witnesses(server, cache, plan, progress).heardBy(judge, consumers.statements(), first);
    Chronicle now = Told.chronicle(judge, sides.head(), environments, found);
    return preview(now, now.releases().get(cuts.size() - 1), first, then, earlier);
  }

  private List<Cut> cuts(History history, int first, History then) {
    List<Cut> cuts = new ArrayList<>();
    if (!then.steps().isEmpty()) {
      boolean same = first > 0 && history.before(first).schema().equals(then.last().schema());
      Snapshot schema = same ? history.before(first) : Snapshot.of(then.last().schema());
      cuts.add(cut(sides.base().point(), first - 1, schema));
    }
    // what is proposed can still be written otherwise, as safety rules want to know
    Point open = new Point(Release.UNRELEASED, sides.head().point().commit());
    cuts.add(cut(open, history.steps().size() - 1, history.last()));
    return cuts;
  }

  static Cut cut(Point point, int through, Snapshot schema) {
    return new Cut(
        point.name(), "", point.commit().date(), point.commit(), through, schema, List.of());
  }

  private Preview preview(
      Chronicle now,
      Release release,
      int first,
      History history,
      Optional<BaseStory.Judged> earlier) {
    List<Finding> then = earlier.map(BaseStory.Judged::findings).orElse(List.of());
    SemanticVersion from = earlier.map(BaseStory.Judged::version).orElse(now.initialVersion());
    List<JudgedStep> steps = new ArrayList<>();
    List<WayBack> waysBack = new ArrayList<>();
    for (int i = first; i < now.steps().size(); i++) {
      if (first == 0 || sides.files().isPending(now.steps().get(i).step().migration())) {
        steps.add(now.steps().get(i));
        waysBack.add(now.waysBack().get(i));
      }
    }
    Set<String> old = Set.copyOf(Provenance.paths(sides.basePlan()));
    List<FileChange> files = new ArrayList<>(sides.files().changes());
    files.addAll(sides.taken());
    return new Preview(
        now.project(),
        now.database(),
        now.engine(),
        sides.base().point(),
        sides.head().point(),
        history.last().schema(),
        release.cut().schema().schema(),
        release.changes(),
        release.bump(),
        from,
        from.next(release.bump()),
        steps,
        waysBack,
        files,
        Told.onlyNow(now.findings(), then, old),
        Told.pages(now, release.changes()),
        Told.mended(then, now.findings(), old),
        notes(now, release, then));
  }

  private List<String> notes(Chronicle now, Release release, List<Finding> then) {
    List<String> notes = new ArrayList<>(sides.notes());
    notes.addAll(Told.notes(now.notes(), release.changes()));
    notes.addAll(Told.ignored(now.findings(), then));
    return notes.stream().distinct().toList();
  }
}
