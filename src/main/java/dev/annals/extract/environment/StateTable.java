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

/**
 * Reads the table in which Flyway keeps what it has applied. Its columns are the same on every
 * database (Flyway documentation, "Schema history table").
 */
final class StateTable {

  private StateTable() {}

  /** The rows in the order of installation; nothing where there is no such table. */
  static Optional<List<Row>> read(Connection connection, String table) throws SQLException {
    Optional<String> name = find(connection, table);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    List<Row> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT * FROM " + name.get())) {
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

  /** Its quoted name, with the schema it is found in. The first in order wins. */
  private static Optional<String> find(Connection connection, String table) throws SQLException {
    String quote = connection.getMetaData().getIdentifierQuoteString().strip();
    List<String> found = new ArrayList<>();
    for (String spelling : List.of(table, table.toUpperCase(Locale.ROOT))) {
      try (ResultSet tables =
          connection
              .getMetaData()
              .getTables(
                  connection.getCatalog(), null, spelling, new String[] {"TABLE", "BASE TABLE"})) {
        while (tables.next()) {
          String schema = tables.getString("TABLE_SCHEM");
          String name = tables.getString("TABLE_NAME");
          if (name.equalsIgnoreCase(table)) {
            found.add((schema == null ? "" : quote + schema + quote + ".") + quote + name + quote);
          }
        }
      }
    }
    return found.stream().sorted().findFirst();
  }
}
