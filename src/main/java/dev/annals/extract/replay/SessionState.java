package dev.annals.extract.replay;

import dev.annals.extract.history.FlywaySettings;
import dev.annals.extract.history.PlannedCallback;
import dev.annals.model.history.Migration;
import dev.annals.model.history.MigrationKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What Flyway keeps in order around migrations: its schemas and its table before, role and search
 * path after each one.
 */
final class SessionState {

  private final Connection connection;
  private final FlywaySettings settings;
  private String role = "NONE";
  private String path = "";
  private boolean kept;
  private String begun = "";
  private String begunAs = "NONE";
  private List<PlannedCallback> beginning = List.of();
  private PreparedStatement insert;

  SessionState(Connection connection, FlywaySettings settings) {
    this.connection = connection;
    this.settings = settings;
  }

  /**
   * What is in order.
   *
   * @param role the role that migrates, as SQL writes it
   * @param path the search path, unless it is left alone
   * @param kept whether it is
   * @param begun the search path that every session begins with; empty for the server's
   * @param begunAs the role that every session begins as
   */
  record Order(String role, String path, boolean kept, String begun, String begunAs) {}

  /** What is in order now. */
  Order order() {
    return new Order(role, path, kept, begun, begunAs);
  }

  /** A session in a database that has been prepared. */
  static SessionState again(Connection connection, FlywaySettings settings, Order order)
      throws SQLException {
    SessionState session = new SessionState(connection, settings);
    session.role = order.role();
    session.path = order.path();
    session.kept = order.kept();
    session.begun = order.begun();
    session.begunAs = order.begunAs();
    session.prepareInsert();
    return session;
  }

  /**
   * Whether all that a migration may have left to those that follow can be had in a new session.
   */
  boolean canBeAgain() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql("unkept.sql"))) {
      return !result.next();
    }
  }

  /** Whether a new session begins with no settings that a migration has stored for it. */
  boolean isWithoutStoredSettings() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql("stored-settings.sql"))) {
      return !result.next();
    }
  }

  /**
   * What is set in the session, by name.
   *
   * @param own names of settings that scripts have made up
   */
  SortedMap<String, String> settings(List<String> own) throws SQLException {
    SortedMap<String, String> all = new TreeMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql("session-settings.sql"))) {
      statement.setArray(1, connection.createArrayOf("text", own.toArray()));
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          all.put(result.getString(1), result.getString(2));
        }
      }
    }
    return all;
  }

  /** Makes the schemas that the project names, and Flyway's table, which some migrations read. */
  void prepare() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String schema : schemas()) {
        statement.execute("CREATE SCHEMA IF NOT EXISTS " + quoted(schema));
      }
      path = path(statement);
      kept = isFirst(settings.defaultSchema(), path, statement);
      if (!kept && !settings.defaultSchema().isEmpty()) {
        path = quoted(settings.defaultSchema()) + ", " + path;
      }
      statement.execute("SET search_path TO " + path);
      statement.execute(sql("history-table.sql").replace("${table}", table()));
      statement.execute("SET client_min_messages TO debug1");
    }
    prepareInsert();
  }

  private void prepareInsert() throws SQLException {
    insert = connection.prepareStatement(sql("history-row.sql").replace("${table}", table()));
  }

  /**
   * Flyway leaves a search path alone that begins with its schema, also where a migration has
   * changed it since ({@code PostgreSQLConnection.changeCurrentSchemaTo}).
   */
  private static boolean isFirst(String configured, String path, Statement statement)
      throws SQLException {
    String schema = configured;
    if (schema.isEmpty()) {
      try (ResultSet result = statement.executeQuery("SELECT current_schema()")) {
        result.next();
        schema = String.valueOf(result.getString(1));
      }
    }
    return path.equals(schema) || path.startsWith(schema + ",");
  }

  private static String path(Statement statement) throws SQLException {
    try (ResultSet result = statement.executeQuery("SHOW search_path")) {
      result.next();
      return result.getString(1);
    }
  }

  /** Every session is to begin with this. */
  void beginsWith(List<PlannedCallback> callbacks) {
    beginning = callbacks;
  }

  /** What every session begins with. */
  List<PlannedCallback> beginning() {
    return beginning;
  }

  /** Role and search path as they are now are those that every session begins with. */
  void keepBeginning() throws SQLException {
    keepRole();
    begunAs = role;
    try (Statement statement = connection.createStatement()) {
      begun = path(statement);
    }
  }

  /** The role that the session has taken on is the one that it migrates as. */
  void keepRole() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SHOW role")) {
      result.next();
      String taken = result.getString(1);
      role = taken.equals("none") ? "NONE" : quoted(taken);
    }
  }

  /** Takes back what came before the beginning. */
  void reset() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          (begun.isEmpty() ? "RESET search_path" : "SET search_path TO " + begun)
              + "; SET ROLE "
              + role);
    }
  }

  /** A further session with the same surroundings. */
  void beside(Connection other) throws SQLException {
    SessionState session = new SessionState(other, settings);
    session.path = path;
    session.role = begunAs;
    session.restore();
  }

  private Set<String> schemas() {
    Set<String> schemas = new LinkedHashSet<>();
    Stream.of(settings.defaultSchema(), settings.get("schemas"))
        .flatMap(text -> Stream.of(text.split(",")))
        .map(String::strip)
        .filter(schema -> !schema.isEmpty() && !schema.equals("public"))
        .forEach(schemas::add);
    return schemas;
  }

  private String table() {
    String schema = settings.defaultSchema();
    return quoted(schema.isEmpty() ? "public" : schema) + "." + quoted(settings.table());
  }

  /** Notes a migration in Flyway's table, within its own transaction. */
  void applied(int rank, Migration migration) throws SQLException {
    insert.setInt(1, rank);
    insert.setString(2, migration.kind() == MigrationKind.REPEATABLE ? null : migration.version());
    insert.setString(3, shortened(migration.description()));
    insert.setString(4, migration.script());
    boolean java = !migration.javaClass().isEmpty();
    insert.setString(6, java ? "JDBC" : "SQL");
    if (java && migration.checksum() == 0) {
      insert.setNull(5, Types.INTEGER);
    } else {
      insert.setInt(5, migration.checksum());
    }
    insert.executeUpdate();
  }

  private static String shortened(String description) {
    return description.length() > 200 ? description.substring(0, 200) : description;
  }

  /** Takes back what a migration set for its session. */
  void restore() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "SET ROLE "
              + role
              + (kept ? "" : "; SET search_path TO " + path)
              + "; SET client_min_messages TO debug1");
    }
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  static String sql(String name) {
    try (InputStream in =
        SessionState.class.getResourceAsStream("/sql/postgresql/replay/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
