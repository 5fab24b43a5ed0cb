package dev.annals.extract.replay;

import dev.annals.extract.history.Plan;
import dev.annals.extract.replay.server.ScratchServer;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Starts a server from the nearest database that is kept while it is still found out what is to be
 * recorded there: to start takes as long as that.
 */
public final class Early implements AutoCloseable {

  private final Beside beside;
  private final Future<Ground.Kept> starting;
  private final int step;
  private boolean taken;

  private Early(Beside beside, Future<Ground.Kept> starting, int step) {
    this.beside = beside;
    this.starting = starting;
    this.step = step;
  }

  /**
   * Starts one from a database of which it is not known yet how many migrations have run there.
   *
   * @param state opens what is kept of it; empty where it is gone or damaged
   */
  public static Early begin(ScratchServer server, Supplier<Optional<InputStream>> state) {
    Beside beside = new Beside("annals-early");
    return new Early(
        beside,
        beside.submit(() -> state.get().map(each -> Ground.Kept.start(server, each)).orElse(null)),
        0);
  }

  /** The same, to be taken by who wants the database after so many migrations. */
  public Early at(int migrations) {
    return new Early(beside, starting, migrations);
  }

  /** Starts none. */
  public static Early none() {
    return new Early(new Beside("annals-early"), null, 0);
  }

  /**
   * After how many migrations to begin: those of the nearest database that is kept, where that is
   * worth it, and 0 otherwise.
   */
  public static int worth(ScratchServer server, States states, Plan plan) {
    int nearest = states.nearest(plan.migrations().size());
    return Replay.spares(server, plan, nearest, nearest) ? nearest : 0;
  }

  /** How many migrations have run there; 0 where there is none. */
  int step() {
    return step;
  }

  /**
   * The server, from now on the caller's; empty where it is gone or damaged.
   *
   * @throws dev.annals.model.Problem where it does not start
   */
  Optional<Ground.Kept> take() {
    taken = true;
    return Optional.ofNullable(Beside.result(starting));
  }

  /** Stops what nobody took. */
  @Override
  public void close() {
    try {
      if (!taken && starting != null) {
        Optional.ofNullable(Beside.result(starting)).ifPresent(kept -> kept.server().close());
      }
    } catch (RuntimeException e) {
      return; // nobody wanted it
    } finally {
      beside.close();
    }
  }
}
