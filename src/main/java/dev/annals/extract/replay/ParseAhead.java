package dev.annals.extract.replay;

import dev.annals.extract.history.Plan;
import dev.annals.extract.history.PlannedMigration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.Future;

/**
 * Reads migrations while earlier ones run: to take them apart costs Flyway about as much as the
 * server needs to run them.
 */
final class ParseAhead implements AutoCloseable {

  private final Beside beside = new Beside("annals-parse");
  private final int first;
  private final List<Future<Boolean>> parsed = new ArrayList<>();

  private final IdentityHashMap<PlannedMigration, Future<Boolean>> undo = new IdentityHashMap<>();

  /** Reads those of a plan, from a step on. */
  ParseAhead(Plan plan, int first) {
    this.first = first;
    List<PlannedMigration> all = plan.migrations();
    for (PlannedMigration migration : all.subList(first, all.size())) {
      parsed.add(beside.submit(migration::parse));
    }
    plan.undoBySteps()
        .forEach(
            (step, script) -> {
              if (step >= first) {
                undo.put(script, beside.submit(script::parse));
              }
            });
  }

  /** Likewise for an undo script of the plan. */
  boolean undoTransactional(PlannedMigration script) {
    return Beside.result(undo.get(script));
  }

  /**
   * Waits until a migration is read.
   *
   * @return whether it runs in one transaction
   * @throws dev.annals.model.Problem if Flyway would refuse it
   */
  boolean transactional(int index) {
    return Beside.result(parsed.get(index - first));
  }

  @Override
  public void close() {
    beside.close();
  }
}
