package dev.annals.extract.replay.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScratchServerIT {

  @Test
  void aDatabaseIsOwnedByARoleWithoutSuperuserRights() throws SQLException {
    ScratchServer server = SharedServer.get();
    String database = server.createDatabase();
    try (Connection connection = server.replayer(database);
        Statement statement = connection.createStatement()) {
      assertEquals("off", one(statement, "SHOW is_superuser"));
      assertEquals("UTC", one(statement, "SHOW timezone"));
      statement.execute("CREATE SCHEMA warehouse");
      statement.execute("CREATE TABLE warehouse.bin (id int)");
      statement.execute("CREATE EXTENSION btree_gist");
      statement.execute("CREATE EXTENSION pg_stat_statements");
      statement.execute("COMMENT ON EXTENSION plpgsql IS 'as a dump does'");
      statement.execute("CREATE ROLE reporter NOLOGIN");
      statement.execute("GRANT USAGE ON SCHEMA warehouse TO reporter");
    }
    server.dropDatabase(database);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY (SELECT 1) TO PROGRAM 'touch /tmp/annals-was-here'",
        "COPY (SELECT 1) TO '/tmp/annals-was-here'",
        "CREATE TABLE t (x text); COPY t FROM '/etc/passwd'",
        "SELECT pg_read_file('/etc/passwd')",
        "SELECT pg_ls_dir('/')",
        "SELECT lo_import('/etc/passwd')",
        "ALTER SYSTEM SET shared_preload_libraries = 'x'",
        "DROP ROLE annals_admin",
        "ALTER ROLE annals SUPERUSER",
        "SET ROLE annals_admin",
        "SET SESSION AUTHORIZATION annals_admin",
        "GRANT pg_execute_server_program TO annals",
        "GRANT pg_read_server_files TO annals",
        "CREATE ROLE r IN ROLE pg_write_server_files",
        "CREATE EXTENSION file_fdw",
        "CREATE EXTENSION postgres_fdw",
        "CREATE EXTENSION dblink",
        "CREATE FUNCTION f() RETURNS int LANGUAGE c AS 'libc', 'getpid'",
        "LOAD '/tmp/x.so'",
        "SET session_preload_libraries = 'x'",
        "CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION pg_catalog.now()",
        "DROP DATABASE postgres",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'annals_admin'"
            + " UNION ALL SELECT (1 / 0) = 1",
        "SELECT rolpassword FROM pg_authid"
      })
  void aHostileMigrationIsRefused(String sql) throws SQLException {
    ScratchServer server = SharedServer.get();
    String database = server.createDatabase();
    try (Connection connection = server.replayer(database);
        Statement statement = connection.createStatement()) {
      assertThrows(SQLException.class, () -> statement.execute(sql));
    }
    assertFalse(Files.exists(Path.of("/tmp/annals-was-here")));
    server.dropDatabase(database);
  }

  @Test
  void listensOnNoNetwork() throws SQLException {
    ScratchServer server = SharedServer.get();
    try (Connection connection = server.admin("postgres");
        Statement statement = connection.createStatement()) {
      assertEquals("", one(statement, "SHOW listen_addresses"));
      assertEquals("1", one(statement, "SELECT count(*) FROM generate_series(1, 1)"));
      assertEquals(
          "2000000",
          one(statement, "SELECT length(string_agg('xx', '')) FROM generate_series(1, 1000000)"));
    }
  }

  @Test
  void itEndsWithItsProcessEvenWhenThatIsKilled() throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ChildProcess.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      Path folder = Path.of(said.readLine());
      assertTrue(Files.isDirectory(folder));
      assertEquals("rwx------", permissions(folder));
      child.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      for (int i = 0; i < 100 && Files.exists(folder); i++) {
        Thread.sleep(100);
      }
      assertFalse(Files.exists(folder), "the server outlived its process");
    }
  }

  private static String permissions(Path folder) throws Exception {
    return java.nio.file.attribute.PosixFilePermissions.toString(
        Files.getPosixFilePermissions(folder));
  }

  /** Starts a server, says where, and waits to be killed. */
  static final class ChildProcess {
    public static void main(String[] arguments) throws Exception {
      ScratchServer server =
          ScratchServer.start(new ScratchServer.Settings(0, false, true, SharedServer.cache(), 60));
      System.out.println(server.folder());
      Thread.sleep(60_000);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 15, 16, 18})
  void otherMajorsStartWhereTheirBinariesAre(int major) throws SQLException {
    assumeTrue(ScratchServer.present(major), "the binaries of this major are not here");
    ScratchServer server = SharedServer.get(major);
    String database = server.createDatabase();
    try (Connection connection = server.replayer(database);
        Statement statement = connection.createStatement()) {
      assertTrue(one(statement, "SHOW server_version").startsWith(major + "."));
      statement.execute("CREATE TABLE t (id int)");
      for (String sql : List.of("GRANT pg_execute_server_program TO annals")) {
        assertThrows(SQLException.class, () -> statement.execute(sql));
      }
    }
    assertTrue(server.provideRole("app_owner"));
    assertFalse(server.provideRole("pg_execute_server_program"));
    try (Connection connection = server.replayer(database);
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE t OWNER TO app_owner");
    }
    server.dropDatabase(database);
  }

  private static String one(Statement statement, String sql) throws SQLException {
    try (ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}
