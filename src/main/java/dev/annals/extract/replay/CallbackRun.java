package dev.annals.extract.replay;

import dev.annals.extract.history.Callbacks;
import dev.annals.extract.history.PlannedCallback;
import dev.annals.extract.history.PlannedMigration;
import dev.annals.extract.replay.server.ScratchServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs the callbacks that are no part of a migration's transaction: each has its own, and those
 * around migrations run in a session of their own, as Flyway has it.
 */
final class CallbackRun {

  private final ScratchServer server;
  private final String database;
  private final Consumer<String> notes;

  CallbackRun(ScratchServer server, String database, Consumer<String> notes) {
    this.server = server;
    this.database = database;
    this.notes = notes;
  }

  /**
   * Runs what comes before Flyway's own table is there, on the session that migrates.
   *
   * @throws dev.annals.model.Problem if one fails
   */
  void opening(Callbacks callbacks, Connection connection, SessionState session)
      throws SQLException {
    session.beginsWith(callbacks.init());
    for (PlannedCallback callback : callbacks.opening()) {
      run(callback, 0, connection, said -> {});
      if (callback.event().equals(Callbacks.INIT)) {
        session.keepBeginning();
        continue;
      }
      if (callback.event().equals(Callbacks.CONNECTED)) {
        session.keepRole();
      }
      session.reset();
    }
  }

  /** Makes another session like the one that migrates. */
  void beside(SessionState session, Connection other) throws SQLException {
    for (PlannedCallback callback : session.beginning()) {
      run(callback, 0, other, said -> {});
    }
    session.beside(other);
  }

  /**
   * Runs some of a migration's callbacks.
   *
   * @param said told the server's messages
   * @throws dev.annals.model.Problem if one fails
   */
  void apart(
      List<PlannedCallback> callbacks,
      PlannedMigration planned,
      SessionState session,
      Consumer<String> said)
      throws SQLException {
    if (callbacks.isEmpty()) {
      return;
    }
    List<PlannedCallback> all = planned.around().all();
    try (Connection connection = server.migrator(database)) {
      beside(session, connection);
      for (PlannedCallback callback : callbacks) {
        session.beside(connection);
        run(callback, all.indexOf(callback) + 1, connection, said);
      }
    }
  }

  private void run(
      PlannedCallback callback, int number, Connection connection, Consumer<String> said)
      throws SQLException {
    boolean transactional = callback.parse();
    Provision provision = new Provision(server, notes);
    int done = 0;
    while (true) {
      StatementRunner runner =
          new StatementRunner(connection, false, said, provision.made()).after(done);
      connection.setAutoCommit(!transactional);
      try {
        runner.run(callback, number);
        connection.setAutoCommit(true); // commits
        return;
      } catch (SQLException e) {
        MigrationRun.undo(connection, e);
        if (!MigrationRun.isAgain(callback.code(), transactional) || !provision.after(e, runner)) {
          throw MigrationFailure.of(runner, e);
        }
        done = transactional ? 0 : runner.done();
      }
    }
  }
}
