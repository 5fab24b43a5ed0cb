package dev.annals.extract.replay;

import dev.annals.extract.history.PlannedMigration;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Set;
import java.util.regex.Pattern;
import org.flywaydb.core.internal.jdbc.JdbcTemplate;
import org.flywaydb.core.internal.sqlscript.SqlStatement;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;
import org.flywaydb.database.postgresql.PostgreSQLCopyParsedStatement;
import org.flywaydb.database.postgresql.PostgreSQLDatabaseType;

/** Runs the statements of one migration in order, and knows which one it is at. */
final class StatementRunner {

  /** What cannot change the schema, and is not worth telling the recorder about. */
  private static final Pattern DATA =
      Pattern.compile("(?is)\\s*(insert|update|delete|set|copy|analyze|vacuum|lock)\\b.*");

  /** The driver does not split correctly before a body of this form. */
  private static final Pattern ATOMIC = Pattern.compile("(?i)\\batomic\\b");

  private final Connection connection;
  private final PlannedMigration planned;
  private final Witness witness;
  private final Set<String> made;
  private int line;
  private String sql = "";

  /** A runner that leaves out the making of roles that were made for it. */
  StatementRunner(
      Connection connection, PlannedMigration planned, Witness witness, Set<String> made) {
    this.connection = connection;
    this.planned = planned;
    this.witness = witness;
    this.made = made;
  }

  /** The line at which the current statement begins. */
  int line() {
    return line;
  }

  /** The current statement. */
  String sql() {
    return sql;
  }

  void run() throws SQLException {
    try (SqlStatementIterator statements = planned.script().getSqlStatements();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      while (statements.hasNext()) {
        run(statements.next(), statement);
      }
    }
  }

  private void run(SqlStatement next, Statement statement) throws SQLException {
    line = next.getLineNumber();
    sql = next.getSql();
    if (next instanceof PostgreSQLCopyParsedStatement) {
      copy(next);
      return;
    }
    if (!made.isEmpty() && made.contains(CreateRole.madeBy(sql))) {
      return;
    }
    execute(statement);
    for (SQLWarning warning = statement.getWarnings();
        warning != null;
        warning = warning.getNextWarning()) {
      witness.said(String.valueOf(warning.getMessage()));
    }
    statement.clearWarnings();
  }

  /** Tells the recorder the line: within a transaction on the same way to the server. */
  private void execute(Statement statement) throws SQLException {
    String told = "SET annals.line TO '" + line + "'";
    if (DATA.matcher(sql).matches()) {
      statement.execute(sql);
    } else if (connection.getAutoCommit() || ATOMIC.matcher(sql).find()) {
      statement.execute(told);
      statement.execute(sql);
    } else {
      statement.execute(told + ";" + sql);
    }
  }

  /** {@code COPY … FROM stdin} with its data in the file, as dumps have it. */
  private void copy(SqlStatement next) throws SQLException {
    var results =
        next.execute(new JdbcTemplate(connection, new PostgreSQLDatabaseType()), null, null);
    if (results.getException() != null) {
      throw results.getException();
    }
  }
}
