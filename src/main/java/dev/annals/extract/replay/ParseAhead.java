package dev.annals.extract.replay;

import dev.annals.extract.history.PlannedMigration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

/**
 * Reads migrations while earlier ones run: to take them apart costs Flyway about as much as the
 * server needs to run them.
 */
final class ParseAhead implements AutoCloseable {

  private final Beside beside = new Beside("annals-parse");
  private final List<Future<Boolean>> parsed = new ArrayList<>();

  ParseAhead(List<PlannedMigration> migrations) {
    for (PlannedMigration migration : migrations) {
      parsed.add(beside.submit(migration::parse));
    }
  }

  /**
   * Waits until a migration is read.
   *
   * @return whether it runs in one transaction
   * @throws dev.annals.model.Problem if Flyway would refuse it
   */
  boolean transactional(int index) {
    return Beside.result(parsed.get(index));
  }

  @Override
  public void close() {
    beside.close();
  }
}
