package dev.annals.extract.replay;

import dev.annals.extract.history.PlannedMigration;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.model.Problem;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Runs migrations that are known to run, as {@link MigrationRun} does, without watching them. */
final class PlainRun {

  private final Ground ground;
  private final ScratchServer server;
  private final CallbackRun callbacks;
  private final Consumer<String> notes;

  /** With somebody who hears what a reader should know. */
  PlainRun(Ground ground, Consumer<String> notes) {
    this.ground = ground;
    this.server = ground.server();
    this.notes = notes;
    this.callbacks = new CallbackRun(server, ground.database(), notes);
  }

  /**
   * Runs one.
   *
   * @return false where it fails
   */
  boolean run(PlannedMigration planned, int rank) throws SQLException {
    return run(planned, rank, planned.parse());
  }

  /**
   * Runs one that has been read.
   *
   * @return false where it fails
   */
  boolean run(PlannedMigration planned, int rank, boolean transactional) throws SQLException {
    SessionState session = ground.session();
    try {
      callbacks.apart(planned.around().first(), planned, session, said -> {});
      if (!migrate(planned, rank, transactional)) {
        return false;
      }
      callbacks.apart(planned.around().last(), planned, session, said -> {});
      return true;
    } catch (Problem e) {
      return false; // a callback
    }
  }

  private boolean migrate(PlannedMigration planned, int rank, boolean transactional)
      throws SQLException {
    Connection connection = ground.migrator();
    SessionState session = ground.session();
    Provision provision = new Provision(server, notes);
    boolean together = transactional;
    int done = 0;
    while (true) {
      StatementRunner runner =
          new StatementRunner(connection, together, message -> {}, provision.made()).after(done);
      connection.setAutoCommit(!transactional);
      try {
        runner.run(planned);
        session.applied(rank, planned.migration());
        if (transactional) {
          connection.commit();
        }
        break;
      } catch (SQLException e) {
        if (transactional) {
          connection.rollback();
        }
        if (e instanceof BatchUpdateException) {
          together = false;
          continue;
        }
        if (!MigrationRun.isAgain(planned.code(), transactional) || !provision.after(e, runner)) {
          return false;
        }
        done = transactional ? 0 : runner.done();
      } finally {
        connection.setAutoCommit(true);
      }
    }
    session.restore();
    return true;
  }
}
