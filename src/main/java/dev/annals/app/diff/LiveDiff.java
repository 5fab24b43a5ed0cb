package dev.annals.app.diff;

import dev.annals.app.Progress;
import dev.annals.app.Provenance;
import dev.annals.app.Scratch;
import dev.annals.extract.git.GitHistory;
import dev.annals.extract.history.Plan;
import dev.annals.extract.replay.cache.ReplayCache;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.judge.Catchup;
import dev.annals.judge.EnvironmentJudge;
import dev.annals.model.Counted;
import dev.annals.model.Problem;
import dev.annals.model.history.Commit;
import dev.annals.model.history.History;
import dev.annals.model.history.LiveDatabase;
import dev.annals.model.story.Environment;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Preview;
import dev.annals.model.story.Preview.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares a live database with the project's migrations. A scratch database runs what it has run,
 * then what is pending there; where the live one is otherwise than the scratch one in between, it
 * has drifted.
 */
final class LiveDiff {

  private final DiffRequest request;
  private final DiffRequest.What.Live what;
  private final Progress progress;

  LiveDiff(DiffRequest request, DiffRequest.What.Live what, Progress progress) {
    this.request = request;
    this.what = what;
    this.progress = progress;
  }

  /**
   * Reads, replays and judges.
   *
   * @param head the migrations
   * @param named the project as it names its environments
   */
  Preview preview(State head, State named, GitHistory git) {
    if (request.offline()) {
      throw Problem.usage(
          "comparing with a live database: --offline asks none", "Leave one of them out.");
    }
    Plan plan = new Provenance(git).trace(head.plan());
    if (plan.migrations().isEmpty()) {
      throw Sides.nothing(head, head, 0);
    }
    LiveDatabase live =
        LiveSide.read(
            what, named.config().databases().get(0), head.settings(), request.environment());
    progress.done("%s was read (%s)".formatted(live.name(), live.engine()));
    Deployed deployed = Deployed.of(live, plan);
    FileChanges files =
        new FileChanges(
            deployed.migrations(), Sides.migrations(plan), Sides.outOfOrder(head), List.of());
    List<Finding> findings = new ArrayList<>(deployed.findings());
    findings.addAll(files.findings());
    State base =
        new State(
            new Point(live.name(), Commit.UNKNOWN),
            head.folder(),
            head.config(),
            head.settings(),
            head.files(),
            head.code());
    Sides sides =
        new Sides(
            base,
            head,
            deployed.plan(),
            plan,
            files,
            List.of(),
            findings,
            notes(live, deployed.notes()));
    return preview(sides, live);
  }

  private Preview preview(Sides sides, LiveDatabase live) {
    try (ScratchServer server =
            Scratch.server(
                sides.head().config().databases().get(0),
                request.offline(),
                request.environment(),
                progress);
        ReplayCache cache = Scratch.cache(request.cached(), request.environment());
        BaseStory base = new BaseStory(sides, KeptBase.of(request, sides, server.build()))) {
      int first = sides.basePlan().migrations().size();
      History history = new Replays(server, cache, progress, sides).upgraded(base::begin);
      Environment found = new EnvironmentJudge(Previews.until(history, first)).judgeWhole(live);
      Preview preview =
          new Previews(server, cache, progress, sides, base)
              .of(sides.upgrade(), history, first, sides.findings(), found);
      progress.done(
          "%s %s run in %s, %d pending, %s from them"
              .formatted(
                  Counted.of(first, "migration"),
                  first == 1 ? "has" : "have",
                  live.name(),
                  preview.steps().size(),
                  Counted.of(found.drift().size(), "difference")));
      Catchup catchup =
          Catchup.of(
              live,
              history.before(first),
              history.last(),
              preview.changes(),
              sides.head().config().semver(),
              preview.from());
      return preview.with(catchup.before(), catchup.after(), catchup.changes(), catchup.bump());
    }
  }

  private static List<String> notes(LiveDatabase live, List<String> more) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "changes are what would bring %s (%s) to the schema of the migrations: those that are pending, and its drift taken back"
            .formatted(live.name(), live.engine()));
    if (live.isCoarse()) {
      notes.add(
          live.engine()
              + " is read through SchemaSpy: tables, columns, which of them take null, and primary keys are compared; types, defaults, other keys, indexes, constraints, views, routines, triggers, rights and comments cannot be told");
    }
    notes.addAll(more);
    return notes;
  }
}
