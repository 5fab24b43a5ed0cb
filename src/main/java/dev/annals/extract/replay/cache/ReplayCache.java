package dev.annals.extract.replay.cache;

import dev.annals.extract.history.Plan;
import dev.annals.extract.replay.Early;
import dev.annals.extract.replay.Known;
import dev.annals.extract.replay.Rehearsal;
import dev.annals.extract.replay.Replay;
import dev.annals.extract.replay.ReplayListener;
import dev.annals.extract.replay.Replayed;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.kept.Key;
import dev.annals.kept.Store;
import dev.annals.model.history.History;
import dev.annals.model.witness.Trial;
import dev.annals.model.witness.Tried;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Replays what has not been replayed before. What a replay gave is kept under keys that are made of
 * every migration up to there, the server's build and this build of Annals; where all of it is
 * there, no server is asked.
 */
public final class ReplayCache implements AutoCloseable {

  /** Of work: what a tenth of a second is enough for is done again. */
  private static final long WORTH = 400;

  private final Store store;
  private final Store databases;
  private final long worth;
  private Optional<Forecast> forecast = Optional.empty();
  private Optional<Supplier<Key>> nearest = Optional.empty();
  private Plan chained;
  private Chain chain;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread made = new Thread(work, "annals-keep");
            made.setDaemon(true);
            return made;
          });

  private ReplayCache(Store store, Store databases, long worth) {
    this.store = store;
    this.databases = databases;
    this.worth = worth;
  }

  /** A cache in a folder, which other processes may use at the same time. */
  public static ReplayCache in(Path folder) {
    return in(folder, WORTH, Store.LIMIT / 2);
  }

  /**
   * The same.
   *
   * @param worth how much work is to be spared where a database is kept
   * @param room how many bytes databases may take
   */
  static ReplayCache in(Path folder, long worth, long room) {
    return new ReplayCache(
        new Store(folder.resolve("replays"), Store.LIMIT),
        new Store(folder.resolve("databases"), room),
        worth);
  }

  /** No cache: all is replayed, and nothing is kept. */
  public static ReplayCache none() {
    return new ReplayCache(null, null, 0);
  }

  /**
   * Expects to be asked for a project's history. Where its files have never been replayed, a server
   * starts while they are read, from the database that seems to be the nearest.
   *
   * @param place a text that names the project
   * @param files a text that differs where other files are to be replayed, or in another way
   */
  public void expect(ScratchServer server, String place, String files) {
    if (store != null && !server.build().isEmpty()) {
      forecast = Optional.of(Forecast.of(store, databases, server, place, files));
    }
  }

  /**
   * The history of a plan. Where a migration fails, what was recorded before it is kept.
   *
   * @throws dev.annals.model.Problem if a migration fails
   */
  public History history(ScratchServer server, Plan plan, ReplayListener listener) {
    return history(server, plan, listener, plan.migrations().size(), beginning -> {});
  }

  /**
   * The same.
   *
   * @param stay how many migrations there will be the next time, too, as far as can be told
   * @param known told the beginning that is known, before a server runs the plan for what follows
   * @throws dev.annals.model.Problem if a migration fails
   */
  public History history(
      ScratchServer server, Plan plan, ReplayListener listener, int stay, Consumer<History> known) {
    if (store == null || server.build().isEmpty()) {
      return Replay.run(server, plan, listener);
    }
    Chain chain = chain(server, plan);
    KeptSteps kept = new KeptSteps(store, chain, plan);
    KeptDatabases states = states(chain, plan, stay);
    try (Early early = kept.isWhole() ? Early.none() : early(server, states, plan)) {
      Known steps = kept.known();
      History beginning =
          Replay.history(
              server, plan, steps.initial(), steps.steps(), steps.undone(), steps.notes());
      if (steps.steps().size() == plan.migrations().size()) {
        fulfilled(states, plan);
        return beginning;
      }
      known.accept(beginning);
      Replayed replayed = Replay.onwards(server, plan, steps, states, early, listener, kept::keep);
      kept.keep(replayed);
      fulfilled(states, plan);
      return replayed.history();
    }
  }

  /** The first history that is asked for is the one that was expected. */
  private void fulfilled(KeptDatabases states, Plan plan) {
    if (forecast.isPresent() && nearest.isEmpty()) {
      forecast.get().fulfilled();
      nearest = Optional.of(() -> states.key(states.nearest(plan.migrations().size())));
    }
  }

  private Early early(ScratchServer server, KeptDatabases states, Plan plan) {
    int step = Early.worth(server, states, plan);
    return step == 0
        ? Early.none()
        : forecast
            .flatMap(each -> each.taken(states.key(step), step))
            .orElseGet(() -> Early.begin(server, () -> states.after(step)).at(step));
  }

  /**
   * A text that differs where the first migrations of a plan do, or what they run on.
   *
   * @param migrations how many
   * @return empty where nothing is kept, or the server is not known
   */
  public Optional<String> beginning(ScratchServer server, Plan plan, int migrations) {
    return store == null || server.build().isEmpty()
        ? Optional.empty()
        : Optional.of(chain(server, plan).after(migrations).hex());
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
    Chain chain = chain(server, plan);
    return new KeptAnswers(store, chain)
        .tried(
            trials,
            missing -> Rehearsal.run(server, plan, states(chain, plan, 0), missing, listener));
  }

  /** The keys of a plan; those of the last one are known. */
  @SuppressWarnings("ReferenceEquality") // to compare two plans takes longer
  private synchronized Chain chain(ScratchServer server, Plan plan) {
    if (chained != plan) {
      chain = Chain.of(server.build(), plan);
      chained = plan;
    }
    return chain;
  }

  private KeptDatabases states(Chain chain, Plan plan, int stay) {
    return new KeptDatabases(databases, chain, plan, worth, stay, writer);
  }

  /** Waits for what is being kept, and makes room; to be closed before the servers are. */
  @Override
  public void close() {
    writer.shutdown();
    try {
      if (!writer.awaitTermination(1, TimeUnit.MINUTES)) {
        writer.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try (Forecast expected = forecast.orElse(null)) {
      nearest.ifPresent(each -> expected.next(each.get()));
    }
    if (store != null) {
      store.trim();
      databases.trim();
    }
  }
}
