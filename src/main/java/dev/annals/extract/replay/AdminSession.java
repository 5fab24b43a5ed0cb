package dev.annals.extract.replay;

import dev.annals.extract.catalog.postgresql.PostgresRecorder;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.model.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Future;

/**
 * The session that records a replay. It is opened, and what the recorder needs put into the
 * database, while the session that migrates gets ready.
 */
final class AdminSession implements AutoCloseable {

  private final Beside beside = new Beside("annals-install");
  private final Future<Connection> coming;

  private AdminSession(ScratchServer server, String database) {
    this.coming = beside.submit(() -> installed(server, database));
  }

  static AdminSession open(ScratchServer server, String database) {
    return new AdminSession(server, database);
  }

  private static Connection installed(ScratchServer server, String database) throws SQLException {
    Connection connection = server.admin(database);
    try {
      PostgresRecorder.install(connection);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw unprepared(server, e);
    }
  }

  static Problem unprepared(ScratchServer server, SQLException e) {
    return Problem.failure(
        "preparing the replay on " + server.engine() + ": " + e.getMessage(),
        "Recording needs the rights of a superuser on the scratch server.",
        e);
  }

  /**
   * Waits until it is ready.
   *
   * @throws Problem if it cannot be
   */
  Connection ready() {
    return Beside.result(coming);
  }

  @Override
  public void close() throws SQLException {
    try {
      ready().close();
    } catch (Problem e) {
      return; // it never was; whoever asked for it was told
    } finally {
      beside.close();
    }
  }
}
