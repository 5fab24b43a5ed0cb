package dev.annals.extract.replay.cache;

import dev.annals.extract.history.Plan;
import dev.annals.extract.replay.Known;
import dev.annals.extract.replay.Rehearsal;
import dev.annals.extract.replay.Replay;
import dev.annals.extract.replay.ReplayListener;
import dev.annals.extract.replay.Replayed;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.kept.Store;
import dev.annals.model.history.History;
import dev.annals.model.witness.Trial;
import dev.annals.model.witness.Tried;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Replays what has not been replayed before. What a replay gave is kept under keys that are made of
 * every migration up to there, the server's build and this build of Annals; where all of it is
 * there, no server is asked.
 */
public final class ReplayCache implements AutoCloseable {

  private final Store store;

  private ReplayCache(Store store) {
    this.store = store;
  }

  /** A cache in a folder, which other processes may use at the same time. */
  public static ReplayCache in(Path folder) {
    return new ReplayCache(new Store(folder.resolve("replays"), Store.LIMIT));
  }

  /** No cache: all is replayed, and nothing is kept. */
  public static ReplayCache none() {
    return new ReplayCache(null);
  }

  /**
   * The history of a plan. Where a migration fails, what was recorded before it is kept.
   *
   * @throws dev.annals.model.Problem if a migration fails
   */
  public History history(ScratchServer server, Plan plan, ReplayListener listener) {
    return history(server, plan, listener, beginning -> {});
  }

  /**
   * The same.
   *
   * @param known told the beginning that is known, before a server runs the plan for what follows
   * @throws dev.annals.model.Problem if a migration fails
   */
  public History history(
      ScratchServer server, Plan plan, ReplayListener listener, Consumer<History> known) {
    if (store == null || server.build().isEmpty()) {
      return Replay.run(server, plan, listener);
    }
    KeptSteps kept = new KeptSteps(store, Chain.of(server.build(), plan), plan);
    Known steps = kept.known();
    History beginning =
        Replay.history(server, plan, steps.initial(), steps.steps(), steps.undone(), steps.notes());
    if (steps.steps().size() == plan.migrations().size()) {
      return beginning;
    }
    known.accept(beginning);
    Replayed replayed = Replay.onwards(server, plan, steps, listener, kept::keep);
    kept.keep(replayed);
    return replayed.history();
  }

  /**
   * The answers to probes.
   *
   * @return the trials' probes with their answers, in the order of the trials
   */
  public List<List<Tried>> tried(
      ScratchServer server, Plan plan, List<Trial> trials, ReplayListener listener) {
    if (store == null || server.build().isEmpty()) {
      return Rehearsal.run(server, plan, trials, listener);
    }
    return new KeptAnswers(store, Chain.of(server.build(), plan))
        .tried(trials, missing -> Rehearsal.run(server, plan, missing, listener));
  }

  /** Makes room. */
  @Override
  public void close() {
    if (store != null) {
      store.trim();
    }
  }
}
