package dev.annals.extract.replay;

import dev.annals.extract.history.PlannedMigration;
import dev.annals.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads migrations while earlier ones run: to take them apart costs Flyway about as much as the
 * server needs to run them.
 */
final class ParseAhead implements AutoCloseable {

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread made = new Thread(work, "annals-parse");
            made.setDaemon(true);
            return made;
          });
  private final List<Future<Boolean>> parsed = new ArrayList<>();

  ParseAhead(List<PlannedMigration> migrations) {
    for (PlannedMigration migration : migrations) {
      parsed.add(thread.submit(migration::parse));
    }
  }

  /**
   * Waits until a migration is read.
   *
   * @return whether it runs in one transaction
   * @throws Problem if Flyway would refuse it
   */
  boolean transactional(int index) {
    try {
      return parsed.get(index).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.failure("reading the migrations: interrupted", "Nothing was published.", e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
