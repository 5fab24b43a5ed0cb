package dev.annals.extract.replay;

import dev.annals.extract.history.PlannedMigration;
import dev.annals.extract.replay.server.ScratchServer;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** Runs migrations that are known to run, as {@link MigrationRun} does, without watching them. */
final class PlainRun {

  private final Connection connection;
  private final ScratchServer server;
  private final SessionState session;

  PlainRun(Connection connection, ScratchServer server, SessionState session) {
    this.connection = connection;
    this.server = server;
    this.session = session;
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
    Set<String> provided = new HashSet<>();
    Set<String> made = new HashSet<>();
    boolean together = transactional;
    while (true) {
      StatementRunner runner =
          new StatementRunner(connection, planned, together, message -> {}, made);
      connection.setAutoCommit(!transactional);
      try {
        runner.run();
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
        String refused = MigrationRun.refusedRole(server, e, runner);
        String role = refused.isEmpty() ? MigrationRun.missingRole(e) : refused;
        if (role.isEmpty() || !transactional || !provided.add(role)) {
          return false;
        }
        server.provideRole(role);
        if (!refused.isEmpty()) {
          made.add(role);
        }
      } finally {
        connection.setAutoCommit(true);
      }
    }
    session.restore();
    return true;
  }
}
