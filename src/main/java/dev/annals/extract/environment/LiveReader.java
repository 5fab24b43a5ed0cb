package dev.annals.extract.environment;

import dev.annals.model.Problem;
import dev.annals.model.history.LiveDatabase;
import dev.annals.model.history.LiveDatabase.Row;
import dev.annals.model.schema.Schema;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads a live database: what Flyway has applied there, and its structure. It only ever reads: the
 * connection is read-only, and every statement has a time limit.
 */
public final class LiveReader {

  private final SchemaReading postgres;

  /** How the structure of one product is read by a catalogue reader of our own. */
  @FunctionalInterface
  public interface SchemaReading {
    /**
     * The schema of a connection.
     *
     * @param unread takes the sorts of objects that could not be read, each with the reason
     */
    Schema read(Connection connection, Map<String, String> unread) throws SQLException;
  }

  /** Reads PostgreSQL with this reader, and everything else with SchemaSpy. */
  public LiveReader(SchemaReading postgres) {
    this.postgres = postgres;
  }

  /**
   * Where and how to read.
   *
   * @param name the environment's name
   * @param url its JDBC address
   * @param user may be empty
   * @param password may be empty
   * @param table Flyway's table there
   * @param schema the schema that it is in; empty where that is the connection's own choice
   * @param timeoutSeconds how long one statement may take
   */
  public record Target(
      String name,
      String url,
      String user,
      String password,
      String table,
      String schema,
      int timeoutSeconds) {

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * Reads it.
   *
   * @throws Problem if it cannot be reached or read at all
   */
  public LiveDatabase read(Target target) {
    List<String> notes = new ArrayList<>();
    try (Connection connection = connect(target)) {
      if (!connection.isReadOnly()) {
        connection.setReadOnly(true);
      }
      connection.setAutoCommit(false);
      String engine =
          connection.getMetaData().getDatabaseProductName()
              + " "
              + connection.getMetaData().getDatabaseProductVersion().replaceAll(" .*", "");
      StateTable table = StateTable.find(connection, target.table(), target.schema());
      Optional<List<Row>> rows = rows(connection, table, target, notes);
      boolean own = isPostgres(target);
      SortedMap<String, String> unread = new TreeMap<>();
      Schema schema =
          own ? postgres.read(connection, unread) : SchemaSpyReader.read(connection, target.url());
      connection.rollback();
      notes.addAll(Unread.notes(unread));
      return new LiveDatabase(
          target.name(),
          engine,
          "",
          rows.orElse(List.of()),
          rows.isPresent(),
          schema,
          own ? "catalogue" : "SchemaSpy",
          new TreeSet<>(unread.keySet()),
          table.elsewhere(),
          notes);
    } catch (SQLException | IOException e) {
      throw Problem.failure(
          "reading the environment " + target.name() + ": " + redact(e.getMessage(), target),
          advice(e),
          e);
    }
  }

  private static String advice(Exception e) {
    return String.valueOf(e.getMessage()).startsWith("No suitable driver")
        ? "Put its JDBC driver on the class path: ANNALS_CLASSPATH=path/to/driver.jar. Or leave environments out with --offline."
        : "Check its address and rights, or leave environments out with --offline.";
  }

  private static Connection connect(Target target) throws SQLException {
    Properties properties = new Properties();
    if (!target.user().isEmpty()) {
      properties.setProperty("user", target.user());
    }
    if (!target.password().isEmpty()) {
      properties.setProperty("password", target.password());
    }
    if (isPostgres(target)) {
      properties.setProperty("readOnly", "true");
      properties.setProperty("readOnlyMode", "always");
      properties.setProperty("ApplicationName", "annals");
      properties.setProperty("connectTimeout", "10");
      properties.setProperty("socketTimeout", Integer.toString(target.timeoutSeconds() * 2));
      properties.setProperty(
          "options",
          "-c statement_timeout=%1$ds -c lock_timeout=5s -c idle_in_transaction_session_timeout=%1$ds"
              .formatted(target.timeoutSeconds()));
    } else {
      DriverManager.setLoginTimeout(10);
    }
    if (target.url().toLowerCase(Locale.ROOT).startsWith("jdbc:sqlite:")) {
      // its driver takes that before it connects, and not afterwards
      properties.setProperty("open_mode", "1");
    }
    if (!isPostgres(target) && !SchemaSpyReader.knows(target.url())) {
      throw new SQLException(
          "no reader for an address that begins with "
              + target.url().replaceAll("^(jdbc:[^:]*:?).*", "$1"));
    }
    return DriverManager.getConnection(target.url(), properties);
  }

  private static boolean isPostgres(Target target) {
    return target.url().toLowerCase(Locale.ROOT).startsWith("jdbc:postgresql:");
  }

  private static Optional<List<Row>> rows(
      Connection connection, StateTable table, Target target, List<String> notes)
      throws SQLException {
    try {
      Optional<List<Row>> rows = table.read(connection);
      if (rows.isEmpty()) {
        notes.add("it has no table " + target.table() + " that this role can see");
      }
      return rows;
    } catch (SQLException e) {
      connection.rollback();
      notes.add("its table " + target.table() + " could not be read: " + firstLine(e));
      return Optional.empty();
    }
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage())
        .lines()
        .findFirst()
        .orElse("")
        .replaceFirst("^ERROR: ", "");
  }

  /** Drivers print addresses, and addresses may hold passwords. */
  private static String redact(String message, Target target) {
    String text = String.valueOf(message).replaceAll("(?i)(password=)[^&;\\s]*", "$1…");
    return target.password().isEmpty() ? text : text.replace(target.password(), "…");
  }
}
