package dev.annals.extract.replay.server;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.annals.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile migration tries, as the role that replays it. */
class HostileMigrationIT {

  private static final List<String> ATTEMPTS =
      List.of(
          "COPY (SELECT 1) TO PROGRAM 'touch %1$s'",
          "CREATE TABLE loot (line text); COPY loot FROM PROGRAM 'id'",
          "CREATE TABLE loot (line text); COPY loot FROM '/etc/passwd'",
          "COPY (SELECT 1) TO '%1$s'",
          "SELECT pg_read_file('/etc/passwd')",
          "SELECT pg_read_binary_file('/etc/passwd')",
          "SELECT pg_ls_dir('/')",
          "SELECT pg_stat_file('/etc/passwd')",
          "SELECT lo_import('/etc/passwd')",
          "SELECT lo_export(lo_create(0), '%1$s')",
          "ALTER SYSTEM SET archive_command = 'touch %1$s'",
          "SELECT pg_reload_conf()",
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'annals_admin'",
          "DROP ROLE annals_admin",
          "ALTER ROLE annals_admin PASSWORD 'x'",
          "ALTER ROLE annals_replay SUPERUSER",
          "CREATE ROLE evil_super SUPERUSER",
          "CREATE ROLE evil_replication REPLICATION",
          "CREATE EXTENSION file_fdw",
          "CREATE EXTENSION postgres_fdw",
          "CREATE EXTENSION dblink",
          "CREATE EXTENSION earthdistance CASCADE",
          "CREATE FUNCTION c() RETURNS int LANGUAGE c AS '%1$s', 'c'",
          "CREATE EVENT TRIGGER evil ON ddl_command_end EXECUTE FUNCTION now()",
          "ALTER EVENT TRIGGER guard DISABLE",
          "DROP EVENT TRIGGER guard",
          "SET session_preload_libraries = '/tmp/evil'",
          "ALTER DATABASE %2$s SET session_preload_libraries = '/tmp/evil'",
          "ALTER ROLE annals_replay SET session_preload_libraries = '/tmp/evil'",
          "SET temp_file_limit = -1",
          "SET log_min_messages = debug5",
          "LOAD '/tmp/evil.so'",
          "LOAD 'auto_explain'",
          "GRANT pg_execute_server_program TO annals_replay",
          "GRANT pg_read_server_files TO annals_replay",
          "GRANT annals_admin TO annals_replay",
          "SET ROLE annals_admin",
          "SET ROLE pg_execute_server_program",
          "SET SESSION AUTHORIZATION annals_admin",
          "CREATE TABLESPACE evil LOCATION '/tmp'",
          "CREATE DATABASE evil",
          "CREATE SUBSCRIPTION s CONNECTION 'host=localhost' PUBLICATION p",
          "CREATE FOREIGN DATA WRAPPER evil",
          "UPDATE pg_authid SET rolsuper = true",
          "SELECT rolpassword FROM pg_authid");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 14, 15, 16, 18})
  void everyAttemptIsRefused(int major) throws Exception {
    ScratchServer server = SharedServer.available(major);
    String database = server.createDatabase();
    try (Connection admin = server.admin(database);
        Statement guard = admin.createStatement()) {
      guard.execute(
          "CREATE FUNCTION public.guard() RETURNS event_trigger LANGUAGE plpgsql"
              + " AS 'BEGIN END'");
      guard.execute("CREATE EVENT TRIGGER guard ON sql_drop EXECUTE FUNCTION public.guard()");
      Path loot = folder.resolve("loot");
      assertAll(
          ATTEMPTS.stream()
              .map(attempt -> String.format(attempt, loot, database))
              .map(attempt -> (Executable) () -> assertRefused(server, database, attempt)));
      assertFalse(Files.exists(loot));
    } finally {
      server.dropDatabase(database);
    }
  }

  private static void assertRefused(ScratchServer server, String database, String attempt)
      throws SQLException {
    try (Connection migrator = server.migrator(database);
        Statement statement = migrator.createStatement()) {
      SQLException refusal =
          assertThrows(SQLException.class, () -> statement.execute(attempt), attempt);
      assertTrue(
          // insufficient privilege; parameters only a superuser may set; a library out of reach;
          // setting a preset parameter
          List.of("42501", "0LP01", "55P02", "42939").contains(refusal.getSQLState()),
          attempt + ": " + refusal.getSQLState() + " " + refusal.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 15, 18})
  void aProvidedRoleCanBeGrantedAndOwnThings(int major) throws SQLException {
    ScratchServer server = SharedServer.available(major);
    String database = server.createDatabase();
    String role = "Provided \"role\"";
    server.provideRole(role);
    server.provideRole(role);
    try (Connection migrator = server.migrator(database);
        Statement statement = migrator.createStatement()) {
      String name = ServerSql.quoted(role);
      statement.execute("CREATE TABLE t (id int)");
      statement.execute("GRANT SELECT ON t TO " + name);
      statement.execute("GRANT CREATE ON SCHEMA public TO " + name);
      statement.execute("ALTER TABLE t OWNER TO " + name);
    }
    server.dropDatabase(database);
    String next = server.createDatabase(); // by then it is gone
    try (Connection admin = server.admin(next)) {
      String count = "SELECT count(*) FROM pg_roles WHERE rolname = 'Provided \"role\"'";
      assertEquals("0", ScratchServerIT.one(admin, count));
      String databases = "SELECT count(*) FROM pg_database WHERE datname = '" + database + "'";
      assertEquals("0", ScratchServerIT.one(admin, databases));
    } finally {
      server.dropDatabase(next);
    }
  }

  @Test
  void reservedRolesAreNotProvided() {
    ScratchServer server = SharedServer.get();
    for (String name :
        List.of("pg_execute_server_program", "pg_anything", "annals_admin", "annals_replay", "")) {
      assertThrows(Problem.class, () -> server.provideRole(name), name);
    }
  }

  @Test
  void aStatementThatNeverEndsIsStopped() throws SQLException {
    ServerSettings impatient =
        ServerSettings.defaults().withStatementTimeout(Duration.ofMillis(200));
    try (ScratchServer server = ScratchServer.embedded(impatient, note -> {})) {
      String database = server.createDatabase();
      try (Connection migrator = server.migrator(database);
          Statement statement = migrator.createStatement()) {
        SQLException stopped =
            assertThrows(SQLException.class, () -> statement.execute("SELECT pg_sleep(60)"));
        assertEquals("57014", stopped.getSQLState());
      }
    }
  }

  @Test
  void trustMakesASuperuserAndSaysSo() throws SQLException {
    List<String> notes = new ArrayList<>();
    ServerSettings trusting = ServerSettings.defaults().withTrust(true);
    try (ScratchServer server = ScratchServer.embedded(trusting, notes::add)) {
      try (Connection migrator = server.migrator(server.createDatabase())) {
        assertEquals("on", ScratchServerIT.one(migrator, "SHOW is_superuser"));
      }
    }
    assertEquals(1, notes.size());
    assertTrue(notes.get(0).contains("trust: true"), notes.get(0));
  }

  @Test
  void theServerSeesNoSecretsAndNoCoreIsWritten() throws Exception {
    ScratchServer server = SharedServer.get();
    try (Connection admin = server.admin("postgres")) {
      String data = ScratchServerIT.one(admin, "SHOW data_directory");
      String pid = Files.readAllLines(Path.of(data, "postmaster.pid")).get(0);
      Path environment = Path.of("/proc", pid, "environ");
      assumeTrue(Files.isReadable(environment), "no /proc here");
      assertEquals("LC_ALL=C\0TZ=UTC\0", Files.readString(environment));
    }
  }
}
