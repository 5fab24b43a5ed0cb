package dev.annals.extract.replay;

import dev.annals.extract.history.JavaCode;
import dev.annals.extract.history.PlannedCallback;
import dev.annals.extract.history.PlannedMigration;
import dev.annals.extract.history.Surroundings;
import dev.annals.model.history.Migration;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.flywaydb.core.internal.jdbc.JdbcTemplate;
import org.flywaydb.core.internal.sqlscript.SqlStatement;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;
import org.flywaydb.database.postgresql.PostgreSQLCopyParsedStatement;
import org.flywaydb.database.postgresql.PostgreSQLDatabaseType;

/**
 * Runs the statements of one migration and of the callbacks that are a part of it in order, and
 * knows which one it is at. Those of a transaction may go to the server together, without waiting
 * for each one's answer; then a failure does not tell which one it was.
 */
final class StatementRunner {

  /** What cannot change the schema, and is not worth telling the recorder about. */
  private static final Pattern DATA =
      Pattern.compile("(?is)\\s*(insert|update|delete|set|copy|analyze|vacuum|lock)\\b.*");

  /** The driver does not split correctly before a body of this form. */
  private static final Pattern ATOMIC = Pattern.compile("(?i)\\batomic\\b");

  /** What answers with no rows. */
  private static final Pattern ROWLESS =
      Pattern.compile(
          "(?is)(?:\\s++|--[^\\n]*+\\n)*+(create|alter|drop|comment|grant|revoke|insert|update|delete|truncate)\\b"
              + "(?!.*\\breturning\\b).*");

  private static final int TOGETHER = 200;

  private final Connection connection;
  private final boolean allowed;
  private final Consumer<String> said;
  private final Set<String> made;
  private boolean together;
  private int waiting;
  private int before;
  private int passed;
  private int done;
  private String path = "";
  private int source;
  private boolean callback;
  private int line;
  private String sql = "";
  private Migration about;
  private String around = "";

  /**
   * Prepares to run them.
   *
   * @param together whether statements may be sent before the last one's answer is there
   * @param said told the server's messages
   * @param made roles that were made for it: the statements that would make them are left out
   */
  StatementRunner(
      Connection connection, boolean together, Consumer<String> said, Set<String> made) {
    this.connection = connection;
    this.allowed = together;
    this.said = said;
    this.made = made;
  }

  /** Leaves out so many statements, which have been committed already. */
  StatementRunner after(int statements) {
    before = statements;
    done = statements;
    return this;
  }

  /** How many statements have run, where they are committed one by one. */
  int done() {
    return done;
  }

  /** The file that the current statement is of. */
  String path() {
    return path;
  }

  /** True where the current statement is a callback's. */
  boolean inCallback() {
    return callback;
  }

  /** The line at which the current statement begins. */
  int line() {
    return line;
  }

  /** The current statement. */
  String sql() {
    return sql;
  }

  /** Runs a migration, and the callbacks that are a part of it. */
  void run(PlannedMigration planned) throws SQLException {
    Surroundings surroundings = planned.around();
    List<PlannedCallback> all = surroundings.all();
    // a callback of each statement has to see what that statement did
    together =
        allowed
            && surroundings.beforeStatement().isEmpty()
            && surroundings.afterStatement().isEmpty();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      about = planned.migration();
      callbacks(surroundings.before(), all, statement);
      if (planned.code().isJava()) {
        at(0, planned.migration().path(), false);
        java(planned.code(), statement);
      }
      try (SqlStatementIterator statements = planned.script().getSqlStatements()) {
        while (statements.hasNext()) {
          SqlStatement next = statements.next();
          around = next.getSql();
          callbacks(surroundings.beforeStatement(), all, statement);
          at(0, planned.migration().path(), false);
          run(next, statement);
          callbacks(surroundings.afterStatement(), all, statement);
        }
        around = "";
      }
      send(statement);
      callbacks(surroundings.after(), all, statement);
    }
  }

  /**
   * Runs a callback alone.
   *
   * @param number which of a migration's it is, counted from 1
   */
  void run(PlannedCallback callback, int number) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      script(callback, number, statement);
    }
  }

  private void java(JavaCode code, Statement statement) throws SQLException {
    line = 0;
    sql = "";
    statement.execute(told());
    code.run(connection, about, around);
    listen(statement);
  }

  private void callbacks(
      List<PlannedCallback> callbacks, List<PlannedCallback> all, Statement statement)
      throws SQLException {
    for (PlannedCallback callback : callbacks) {
      script(callback, all.indexOf(callback) + 1, statement);
    }
  }

  private void script(PlannedCallback planned, int number, Statement statement)
      throws SQLException {
    at(number, planned.path(), true);
    if (planned.code().isJava()) {
      java(planned.code(), statement);
      return;
    }
    try (SqlStatementIterator statements = planned.script().getSqlStatements()) {
      while (statements.hasNext()) {
        run(statements.next(), statement);
      }
    }
    send(statement);
  }

  private void at(int number, String file, boolean isCallback) {
    callback = isCallback;
    source = number;
    path = file;
  }

  private void run(SqlStatement next, Statement statement) throws SQLException {
    passed++;
    if (passed <= before) {
      return;
    }
    take(next, statement);
    done = passed;
  }

  private void take(SqlStatement next, Statement statement) throws SQLException {
    line = next.getLineNumber();
    sql = next.getSql();
    if (together
        && !copies(next)
        && ROWLESS.matcher(sql).matches()
        && !ATOMIC.matcher(sql).find()) {
      add(statement);
      return;
    }
    send(statement);
    if (copies(next)) {
      copy(next);
      return;
    }
    if (!made.isEmpty() && made.contains(CreateRole.madeBy(sql))) {
      return;
    }
    execute(statement);
    listen(statement);
  }

  private static boolean copies(SqlStatement next) {
    return next instanceof PostgreSQLCopyParsedStatement;
  }

  private void add(Statement statement) throws SQLException {
    waiting++;
    if (!DATA.matcher(sql).matches()) {
      statement.addBatch(told());
    }
    try {
      statement.addBatch(sql);
    } catch (SQLException e) {
      // what Flyway takes for one statement, the driver may take for two
      send(statement);
      execute(statement);
      listen(statement);
      return;
    }
    if (waiting >= TOGETHER) {
      send(statement);
    }
  }

  private void send(Statement statement) throws SQLException {
    if (waiting > 0) {
      waiting = 0;
      statement.executeBatch();
      listen(statement);
    }
  }

  private void listen(Statement statement) throws SQLException {
    for (SQLWarning warning = statement.getWarnings();
        warning != null;
        warning = warning.getNextWarning()) {
      said.accept(String.valueOf(warning.getMessage()));
    }
    statement.clearWarnings();
  }

  private String told() {
    return "SET annals.line TO '" + Place.of(source, line) + "'";
  }

  /** Tells the recorder the line: within a transaction on the same way to the server. */
  private void execute(Statement statement) throws SQLException {
    if (DATA.matcher(sql).matches()) {
      statement.execute(sql);
    } else if (connection.getAutoCommit() || ATOMIC.matcher(sql).find()) {
      statement.execute(told());
      statement.execute(sql);
    } else {
      statement.execute(told() + ";" + sql);
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
