package dev.annals.extract.catalog.postgresql;

import dev.annals.extract.catalog.CatalogScope;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Snapshot;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.List;

/** Reads the complete structure of a PostgreSQL database, with one query over its catalogue. */
public final class PostgresCatalog {

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
    try (PreparedStatement statement =
        connection.prepareStatement(
            SqlFile.read("objects.sql", major)
                .replace("$1", "(SELECT array_agg(oid) FROM pg_class)")
                .replace("$2", "(SELECT array_agg(oid) FROM pg_type)")
                .replace("$3", "(SELECT array_agg(oid) FROM pg_proc)")
                .replace("($4)", "(?)"))) {
      Array bookkeeping = connection.createArrayOf("text", scope.bookkeeping().toArray());
      statement.setArray(1, bookkeeping);
      return RawRow.all(statement.executeQuery()).stream().map(RawRow::row).toList();
    }
  }
}
