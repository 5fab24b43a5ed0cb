package dev.annals.extract.replay;

import dev.annals.extract.catalog.CatalogScope;
import dev.annals.extract.catalog.postgresql.PostgresCatalog;
import dev.annals.extract.history.PlannedMigration;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.model.history.UndoRun;
import dev.annals.model.schema.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Runs one undo script, reads what it leaves within its transaction, and rolls back. */
final class UndoTrial {

  private final ScratchServer server;
  private final Connection connection;
  private final CatalogScope scope;
  private final PlannedMigration script;

  UndoTrial(
      ScratchServer server, Connection connection, CatalogScope scope, PlannedMigration script) {
    this.server = server;
    this.connection = connection;
    this.scope = scope;
    this.script = script;
  }

  UndoRun run(int step) throws SQLException {
    connection.setAutoCommit(false);
    Set<String> provided = new HashSet<>();
    while (true) {
      StatementRunner runner = new StatementRunner(connection, false, said -> {}, Set.of());
      try {
        runner.run(script);
        return new UndoRun.Done(step, script.migration(), left());
      } catch (SQLException e) {
        String role = Provision.missingRole(e);
        if (role.isEmpty() || !provided.add(role)) {
          return failed(step, runner, e);
        }
        connection.rollback();
        server.provideRole(role);
      } finally {
        rollBack();
      }
    }
  }

  /** What is put off to the end of the transaction is asked for now: it will not see its end. */
  private Snapshot left() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
    }
    return PostgresCatalog.read(connection, scope);
  }

  private UndoRun failed(int step, StatementRunner runner, SQLException e) {
    ServerErrorMessage said = e instanceof PSQLException p ? p.getServerErrorMessage() : null;
    String message = String.valueOf(said == null ? e.getMessage() : said.getMessage());
    return new UndoRun.Failed(
        step, script.migration(), MigrationFailure.line(runner, said), message);
  }

  /** A connection that is gone has nothing to roll back. */
  private void rollBack() throws SQLException {
    if (!connection.isClosed()) {
      connection.rollback();
    }
  }
}
