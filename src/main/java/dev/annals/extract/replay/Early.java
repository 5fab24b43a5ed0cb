package dev.annals.extract.replay;

import dev.annals.extract.history.Plan;
import dev.annals.extract.replay.server.ScratchServer;
import java.util.Optional;
import java.util.concurrent.Future;

/**
 * Starts a server from the nearest database that is kept while it is still found out what is to be
 * recorded there: to start takes as long as that.
 */
public final class Early implements AutoCloseable {

  private final int step;
  private final Beside beside = new Beside("annals-early");
  private final Future<Ground.Kept> starting;
  private boolean taken;

  private Early(ScratchServer server, States states, int step) {
    this.step = step;
    this.starting =
        step == 0
            ? null
            : beside.submit(
                () ->
                    states.after(step).map(state -> Ground.Kept.start(server, state)).orElse(null));
  }

  /** Starts one that is worth it, if there is. */
  public static Early of(ScratchServer server, States states, Plan plan) {
    int nearest = states.nearest(plan.migrations().size());
    boolean spares = Replay.spares(server, plan, nearest, nearest);
    return new Early(server, states, spares ? nearest : 0);
  }

  /** Starts none. */
  public static Early none(ScratchServer server) {
    return new Early(server, States.NONE, 0);
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
