package dev.annals.app;

import dev.annals.extract.history.Plan;
import dev.annals.extract.replay.cache.ReplayCache;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.judge.Judge;
import dev.annals.judge.witness.Examination;
import dev.annals.model.Counted;
import dev.annals.model.Problem;
import dev.annals.model.witness.OwnStatement;
import dev.annals.model.witness.Trial;
import dev.annals.model.witness.Tried;
import java.util.List;

/** Asks the scratch server for statements that breaking changes break. */
public final class Witnesses {

  private final ScratchServer server;
  private final ReplayCache cache;
  private final Plan plan;
  private final Progress progress;

  /**
   * Asks this server, where {@code plan} is replayed once more, for what the cache does not know.
   */
  public Witnesses(ScratchServer server, ReplayCache cache, Plan plan, Progress progress) {
    this.server = server;
    this.cache = cache;
    this.plan = plan;
    this.progress = progress;
  }

  /**
   * Lets a judge hear them.
   *
   * @param own statements of the project's own
   * @return false where the server could not be asked
   */
  public boolean heardBy(Judge judge, List<OwnStatement> own) {
    return heardBy(judge, own, 0);
  }

  /** The same, about the migrations from one step on. */
  public boolean heardBy(Judge judge, List<OwnStatement> own, int first) {
    Examination examination = judge.examination(own, first);
    List<Trial> trials = examination.trials();
    if (trials.isEmpty()) {
      return true;
    }
    long start = System.nanoTime();
    try {
      List<List<Tried>> tried =
          cache.tried(
              server,
              plan,
              trials,
              (number, all, script) -> progress.at("trying statements", number, all, script));
      Examination.Findings found = examination.findings(tried);
      judge.hear(found);
      found.notes().forEach(progress::note);
      int probes = tried.stream().mapToInt(List::size).sum();
      progress.done(
          "%s tried around breaking changes (%d ms)"
              .formatted(Counted.of(probes, "statement"), (System.nanoTime() - start) / 1_000_000));
      return true;
    } catch (Problem e) {
      // verdicts stand without witnesses
      judge.note(List.of("no witnesses: " + e.getMessage()));
      progress.note("no witnesses: " + e.getMessage());
      return false;
    }
  }
}
