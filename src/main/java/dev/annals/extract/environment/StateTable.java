package dev.annals.extract.environment;

import dev.annals.model.history.LiveDatabase.Row;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads the table in which Flyway keeps what it has applied. Its columns are the same on every
 * database (Flyway documentation, "Schema history table").
 */
final class StateTable {

  private final String name;
  private final SortedSet<String> elsewhere;

  private StateTable(String name, SortedSet<String> elsewhere) {
    this.name = name;
    this.elsewhere = elsewhere;
  }

  /**
   * Looks for it. A database can have several, one for each project that migrates a part of it: the
   * schema that the project names comes first, then the connection's own.
   *
   * @param schema what the project names; may be empty
   */
  static StateTable find(Connection connection, String table, String schema) throws SQLException {
    String quote = connection.getMetaData().getIdentifierQuoteString().strip();
    SortedMap<String, String> found = new TreeMap<>();
    for (String spelling : List.of(table, table.toUpperCase(Locale.ROOT))) {
      try (ResultSet tables =
          connection
              .getMetaData()
              .getTables(
                  connection.getCatalog(), null, spelling, new String[] {"TABLE", "BASE TABLE"})) {
        while (tables.next()) {
          String in = tables.getString("TABLE_SCHEM");
          String name = tables.getString("TABLE_NAME");
          if (name.equalsIgnoreCase(table)) {
            found.putIfAbsent(
                in == null ? "" : in,
                (in == null ? "" : quote + in + quote + ".") + quote + name + quote);
          }
        }
      }
    }
    String own = connection.getSchema();
    String chosen =
        Stream.of(schema, own == null ? "" : own, "public")
            .flatMap(each -> found.keySet().stream().filter(each::equalsIgnoreCase))
            .findFirst()
            .orElse(found.isEmpty() ? "" : found.firstKey());
    SortedSet<String> elsewhere = new TreeSet<>(found.keySet());
    elsewhere.remove(chosen);
    return new StateTable(found.getOrDefault(chosen, ""), elsewhere);
  }

  /** Schemas that have another such table. */
  SortedSet<String> elsewhere() {
    return elsewhere;
  }

  /** The rows in the order of installation; nothing where there is no such table. */
  Optional<List<Row>> read(Connection connection) throws SQLException {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    List<Row> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT * FROM " + name)) {
      while (result.next()) {
        rows.add(row(result));
      }
    }
    rows.sort((a, b) -> Integer.compare(a.rank(), b.rank()));
    return Optional.of(rows);
  }

  private static Row row(ResultSet result) throws SQLException {
    return new Row(
        result.getInt("installed_rank"),
        text(result, "version"),
        text(result, "description"),
        text(result, "type"),
        text(result, "script"),
        text(result, "checksum"),
        text(result, "installed_by"),
        text(result, "installed_on").replaceAll("\\.\\d+$", ""),
        result.getLong("execution_time"),
        result.getBoolean("success"));
  }

  private static String text(ResultSet result, String column) throws SQLException {
    String text = result.getString(column);
    return text == null ? "" : text;
  }
}
