package dev.annals.extract.replay.cache;

import dev.annals.extract.history.Plan;
import dev.annals.extract.replay.States;
import dev.annals.kept.Key;
import dev.annals.kept.Store;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** The databases of one plan's replays in a store, under the keys of what has run there. */
final class KeptDatabases implements States {

  private final Store store;
  private final Chain chain;
  private final Plan plan;
  private final long worth;
  private final int wanted;
  private final ExecutorService writer;

  /**
   * Those of a plan.
   *
   * @param worth how much work, as {@link States#work} has it, is to be spared by keeping one
   * @param most a database that has run more migrations is not kept
   * @param writer writes what is to be kept
   */
  KeptDatabases(Store store, Chain chain, Plan plan, long worth, int most, ExecutorService writer) {
    this.store = store;
    this.chain = chain;
    this.plan = plan;
    this.worth = worth;
    this.wanted = Math.min(most, versioned(plan));
    this.writer = writer;
  }

  /** Repeatable migrations come last, and what is new comes before them. */
  private static int versioned(Plan plan) {
    int versioned = 0;
    while (versioned < plan.migrations().size()
        && !plan.migrations().get(versioned).isRepeatable()) {
      versioned++;
    }
    return versioned;
  }

  /** Under which key the database after a number of migrations is kept. */
  Key key(int migrations) {
    return Key.of("database", chain.after(migrations).hex());
  }

  @Override
  public int nearest(int most) {
    int nearest = most;
    while (nearest > 0 && !store.has(key(nearest))) {
      nearest--;
    }
    return nearest;
  }

  @Override
  public Optional<InputStream> after(int migrations) {
    return store.open(key(migrations));
  }

  @Override
  public void drop(int migrations) {
    store.drop(key(migrations));
  }

  @Override
  public int wanted() {
    return wanted > 0 && spared() >= worth ? wanted : 0;
  }

  /** How much work is between the nearest one that is kept and the one that is wanted. */
  private long spared() {
    long[] work = States.work(plan.migrations().subList(0, wanted));
    return work[wanted] - work[nearest(wanted)];
  }

  @Override
  public boolean wants(int migrations) {
    return migrations == wanted && wanted() > 0;
  }

  @Override
  public Future<?> keep(int migrations, State state) {
    Key key = key(migrations);
    return writer.submit(() -> store.put(key, state::writeTo));
  }
}
