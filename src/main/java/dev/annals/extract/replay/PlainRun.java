package dev.annals.extract.replay;

import dev.annals.extract.history.PlannedMigration;
import dev.annals.extract.replay.server.ScratchServer;
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
    boolean transactional = planned.parse();
    Set<String> provided = new HashSet<>();
    while (true) {
      connection.setAutoCommit(!transactional);
      try {
        new StatementRunner(connection, planned, transactional && provided.isEmpty(), said -> {})
            .run();
        session.applied(rank, planned.migration());
        if (transactional) {
          connection.commit();
        }
        break;
      } catch (SQLException e) {
        if (transactional) {
          connection.rollback();
        }
        String role = MigrationRun.missingRole(e);
        if (role.isEmpty() || !transactional || !provided.add(role)) {
          return false;
        }
        server.provideRole(role);
      } finally {
        connection.setAutoCommit(true);
      }
    }
    session.restore();
    return true;
  }
}
