package dev.annals.extract.catalog.postgresql;

import dev.annals.extract.catalog.CatalogScope;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Snapshot;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the complete structure of a PostgreSQL database, with one query over its catalogue. */
public final class PostgresCatalog {

  /** SQLSTATE insufficient_privilege. */
  private static final String FORBIDDEN = "42501";

  private static final Pattern SORT = Pattern.compile("^SELECT '(\\w+)'");

  /** Without these there is nothing to compare. */
  private static final Set<String> NEEDED = Set.of("Namespace", "Table", "Column");

  private PostgresCatalog() {}

  /**
   * The structure as this connection sees it. The search path is pinned while it reads, so that
   * names come out qualified; it is set back afterwards, unless the transaction is rolled back.
   */
  public static Snapshot read(Connection connection, CatalogScope scope) throws SQLException {
    int major = connection.getMetaData().getDatabaseMajorVersion();
    String path = pin(connection, "");
    try {
      IdentityHashMap<SchemaObject, Long> objects = new IdentityHashMap<>();
      for (CatalogRow row : rows(connection, scope, major)) {
        objects.put(row.object(), row.identity());
      }
      return Snapshot.of(objects);
    } finally {
      if (connection.getAutoCommit()) {
        pin(connection, path);
      }
    }
  }

  /**
   * What this connection's role may read of the structure, in a transaction that is open. Where the
   * whole cannot be read, every sort of object is asked for by itself.
   *
   * @param unread takes the sorts that could not be read, as records of the model are called, each
   *     with the server's reason
   * @throws SQLException if not even tables and columns can be read
   */
  public static Snapshot readable(
      Connection connection, CatalogScope scope, Map<String, String> unread) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      return read(connection, scope);
    } catch (SQLException e) {
      if (!FORBIDDEN.equals(e.getSQLState())) {
        throw e;
      }
      connection.rollback(before);
    }
    pin(connection, "");
    IdentityHashMap<SchemaObject, Long> objects = new IdentityHashMap<>();
    String sql = sql(connection.getMetaData().getDatabaseMajorVersion());
    int start = sql.indexOf("\nSELECT 'Namespace'") + 1;
    for (String part : sql.substring(start).split("\nUNION ALL\n")) {
      Matcher sort = SORT.matcher(part);
      if (!sort.find()) {
        throw new IllegalStateException("a part of objects.sql names no sort: " + part);
      }
      Savepoint here = connection.setSavepoint();
      try {
        for (CatalogRow row : rows(connection, scope, sql.substring(0, start) + part)) {
          objects.put(row.object(), row.identity());
        }
      } catch (SQLException e) {
        if (!FORBIDDEN.equals(e.getSQLState()) || NEEDED.contains(sort.group(1))) {
          throw e;
        }
        connection.rollback(here);
        unread.put(sort.group(1), e.getMessage().replaceAll("(?s)^ERROR: |\n.*", ""));
      }
    }
    return Snapshot.of(objects);
  }

  private static String pin(Connection connection, String path) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet before = statement.executeQuery("SHOW search_path")) {
      before.next();
      String former = before.getString(1);
      statement.execute("SET search_path TO " + (path.isEmpty() ? "pg_catalog" : path));
      return former;
    }
  }

  static List<CatalogRow> rows(Connection connection, CatalogScope scope, int major)
      throws SQLException {
    return rows(connection, scope, sql(major));
  }

  private static String sql(int major) {
    return SqlFile.read("objects.sql", major)
        .replace("$1", "(SELECT array_agg(oid) FROM pg_class)")
        .replace("$2", "(SELECT array_agg(oid) FROM pg_type)")
        .replace("$3", "(SELECT array_agg(oid) FROM pg_proc)")
        .replace("($4)", "(?)");
  }

  private static List<CatalogRow> rows(Connection connection, CatalogScope scope, String sql)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Array bookkeeping = connection.createArrayOf("text", scope.bookkeeping().toArray());
      statement.setArray(1, bookkeeping);
      return RawRow.all(statement.executeQuery()).stream().map(RawRow::row).toList();
    }
  }
}
