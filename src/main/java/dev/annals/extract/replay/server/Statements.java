package dev.annals.extract.replay.server;

import dev.annals.model.Problem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The connection that a scratch server keeps for its own housekeeping, one statement at a time. */
final class Statements implements AutoCloseable {

  private static final String ADVICE =
      "If this is not about your migrations, please report it with this message.";

  private final Connection connection;

  Statements(Connection connection) {
    this.connection = connection;
  }

  /** A new connection. */
  static Connection connect(DataSource source, String database) {
    try {
      return source.getConnection();
    } catch (SQLException e) {
      throw Problem.failure(
          "Connecting to the scratch database " + database + ": " + e.getMessage(), ADVICE, e);
    }
  }

  synchronized void execute(String sql) {
    try {
      attempt(sql);
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** Executes what may be refused. */
  synchronized void attempt(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of each row. */
  synchronized List<String> list(String sql) {
    List<String> all = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  private static Problem failed(String sql, SQLException e) {
    return Problem.failure(
        "Preparing the scratch server ("
            + sql.lines().findFirst().orElse("")
            + "): "
            + e.getMessage(),
        ADVICE,
        e);
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // It is going away with its server.
      return;
    }
  }
}
