package dev.annals.extract.replay.server;

import static dev.annals.extract.replay.server.ServerSql.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Drops databases beside the work that goes on: what a replay gave is ready before its database is
 * gone. In order, on one thread.
 */
final class Drops implements AutoCloseable {

  /** Sessions that end do so within milliseconds; the server itself would look every 100 ms. */
  private static final int LOOKS = 100;

  private final Statements keeper;
  private final ScratchRoles roles;
  private final ExecutorService thread;
  private final List<CompletableFuture<Void>> pending = new ArrayList<>();

  Drops(Statements keeper, String migrator) {
    this.keeper = keeper;
    this.roles = new ScratchRoles(keeper, migrator);
    this.thread =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread made = new Thread(work, "annals-drop");
              made.setDaemon(true);
              return made;
            });
  }

  /** Drops a database, whoever is connected, and the roles that nobody needs then: soon. */
  synchronized void drop(String database) {
    pending.add(CompletableFuture.runAsync(() -> dropNow(database), thread));
  }

  /**
   * Waits for all that was to be dropped.
   *
   * @throws dev.annals.model.Problem if the server refused one
   */
  void await() {
    for (CompletableFuture<Void> one : asked()) {
      try {
        one.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw e;
      } catch (CancellationException e) {
        return; // closed
      }
    }
  }

  private synchronized List<CompletableFuture<Void>> asked() {
    List<CompletableFuture<Void>> asked = List.copyOf(pending);
    pending.clear();
    return asked;
  }

  private void dropNow(String database) {
    String sessions =
        "SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity WHERE datname = '"
            + database
            + "'";
    for (int look = 0; look < LOOKS && !keeper.list(sessions).isEmpty(); look++) {
      pause();
    }
    keeper.execute("DROP DATABASE IF EXISTS " + quoted(database) + " WITH (FORCE)");
    dropProvided();
    roles.forgetUnused();
  }

  /** Those that were made because a migration names them stay while there is a replay. */
  private void dropProvided() {
    List<String> left = keeper.list(ServerSql.sql("databases.sql"));
    if (left.stream().noneMatch(each -> each.startsWith(EmbeddedServer.DATABASE))) {
      left.forEach(each -> keeper.execute("DROP DATABASE " + quoted(each) + " WITH (FORCE)"));
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What is not dropped yet goes with the server. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
