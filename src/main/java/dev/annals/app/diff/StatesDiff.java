package dev.annals.app.diff;

import dev.annals.app.Progress;
import dev.annals.app.Scratch;
import dev.annals.app.diff.Replays.UpgradeFailed;
import dev.annals.extract.replay.cache.ReplayCache;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.model.Counted;
import dev.annals.model.history.History;
import dev.annals.model.history.Migration;
import dev.annals.model.history.Step;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Preview;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Replays two states of a project and judges what lies between them.
 *
 * <p>Where the head only adds to the base, one database runs the base and then what Flyway would
 * still run there: that is what a deployment does, and it is what is told. Where the head changes
 * what has run already, each is replayed from the beginning and the results are compared.
 */
final class StatesDiff {

  private final DiffRequest request;
  private final Progress progress;
  private final Sides sides;

  StatesDiff(DiffRequest request, Progress progress, Sides sides) {
    this.request = request;
    this.progress = progress;
    this.sides = sides;
  }

  /** Replays and judges. */
  Preview preview() {
    try (ScratchServer server =
            Scratch.server(
                sides.head().config().databases().get(0),
                request.offline(),
                request.environment(),
                progress);
        ReplayCache cache = Scratch.cache(request.cached(), request.environment());
        BaseStory base = new BaseStory(sides, KeptBase.of(request, sides, server.build()))) {
      Preview preview = preview(server, cache, base);
      progress.done(
          "%s at the base, %d to run"
              .formatted(
                  Counted.of(sides.basePlan().migrations().size(), "migration"),
                  preview.steps().size()));
      return preview;
    }
  }

  private Preview preview(ScratchServer server, ReplayCache cache, BaseStory base) {
    Replays replays = new Replays(server, cache, progress, sides);
    Previews previews = new Previews(server, cache, progress, sides, base);
    List<Finding> findings = new ArrayList<>(sides.findings());
    if (!sides.files().rewritten()) {
      try {
        History upgraded = replays.upgraded(base::begin);
        new NewDatabase(server, cache, progress).against(upgraded, sides).ifPresent(findings::add);
        int first = sides.basePlan().migrations().size();
        return previews.of(
            sides.upgrade(), upgraded, first, Previews.until(upgraded, first), findings);
      } catch (UpgradeFailed e) {
        findings.add(e.finding());
      }
    }
    History then = replays.base();
    History now = replays.head();
    return previews.of(sides.headPlan(), now, firstDifferent(now), then, findings);
  }

  /** How many migrations of the head, from the first on, a database at the base has run. */
  private int firstDifferent(History now) {
    Set<String> known =
        Sides.migrations(sides.basePlan()).stream()
            .map(StatesDiff::identity)
            .collect(Collectors.toSet());
    int same = 0;
    for (Step step : now.steps()) {
      if (!known.contains(identity(step.migration()))) {
        return same;
      }
      same++;
    }
    return same;
  }

  private static String identity(Migration migration) {
    return migration.name() + "\0" + migration.checksum();
  }
}
