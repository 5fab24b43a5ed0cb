package dev.annals.extract.replay.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScratchServerIT {

  static String one(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertTrue(rows.next(), "no row");
      return String.valueOf(rows.getString(1));
    }
  }

  /** The majors whose binaries are on this machine; the bundled one always is. */
  static List<Integer> majors() {
    return IntStream.rangeClosed(14, 18).filter(SharedServer::present).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aFreshDatabaseBelongsToTheMigratorWhoIsNoSuperuser(int major) throws SQLException {
    ScratchServer server = SharedServer.get(major);
    assertEquals(major, server.major());
    String database = server.createDatabase();
    try (Connection migrator = server.migrator(database);
        Connection admin = server.admin(database)) {
      assertEquals("annals_replay", one(migrator, "SELECT current_user"));
      assertEquals("off", one(migrator, "SHOW is_superuser"));
      assertEquals("on", one(admin, "SHOW is_superuser"));
      assertEquals("UTC", one(migrator, "SHOW TimeZone"));
      assertEquals("pg_catalog", one(admin, "SHOW search_path"));
      assertEquals("10min", one(migrator, "SHOW statement_timeout"));
      try (Statement statement = migrator.createStatement()) {
        for (String sql :
            List.of(
                "CREATE SCHEMA shop",
                "CREATE TABLE shop.book (id bigint PRIMARY KEY)",
                "CREATE TABLE author (id bigint PRIMARY KEY)",
                "COMMENT ON SCHEMA public IS 'ours'",
                "CREATE EXTENSION pgcrypto",
                "CREATE EXTENSION \"uuid-ossp\"",
                "CREATE EXTENSION moddatetime")) {
          statement.execute(sql);
        }
      }
    } finally {
      server.dropDatabase(database);
    }
  }

  @Test
  void itListensOnNoNetwork() throws SQLException {
    ScratchServer server = SharedServer.get();
    try (Connection admin = server.admin("postgres")) {
      assertEquals("", one(admin, "SHOW listen_addresses"));
      assertEquals("PostgreSQL 17", server.engine());
    }
  }

  @Test
  void nothingIsLeftAfterClose() throws SQLException {
    ScratchServer server = ScratchServer.embedded(ServerSettings.defaults(), note -> {});
    String data;
    try (Connection admin = server.admin("postgres")) {
      data = one(admin, "SHOW data_directory");
    }
    assertTrue(java.nio.file.Files.exists(java.nio.file.Path.of(data)));
    server.close();
    assertFalse(java.nio.file.Files.exists(java.nio.file.Path.of(data).getParent()));
  }
}
