package dev.annals.extract.replay.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.model.Problem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server of the user's; here one of ours plays it. */
class ExternalServerIT {

  private static ScratchServer users;
  private static String url;

  @BeforeAll
  static void aServerOfTheUser() throws SQLException {
    users = ScratchServer.embedded(ServerSettings.defaults(), note -> {});
    try (Connection admin = users.admin("postgres");
        Statement statement = admin.createStatement()) {
      statement.execute("CREATE ROLE dev LOGIN CREATEDB CREATEROLE");
      statement.execute("CREATE ROLE weak LOGIN");
      statement.execute("GRANT CONNECT ON DATABASE postgres TO dev, weak");
      String socket = ScratchServerIT.one(admin, "SHOW unix_socket_directories");
      url =
          "jdbc:postgresql://localhost/postgres?socketFactory="
              + UnixSocketFactory.class.getName()
              + "&socketFactoryArg="
              + URLEncoder.encode(socket + "/.s.PGSQL.5432", StandardCharsets.UTF_8);
    }
  }

  @AfterAll
  static void stop() {
    users.close();
  }

  private static ScratchServer connect(String user, List<String> notes) {
    return ScratchServer.external(url, user, "", ServerSettings.defaults(), notes::add);
  }

  private static String scratchDatabases() throws SQLException {
    try (Connection admin = users.admin("postgres")) {
      return ScratchServerIT.one(
          admin, "SELECT count(*) FROM pg_database WHERE datname LIKE 'annals_scratch_%'");
    }
  }

  @Test
  void databasesAndRolesMadeThereAreDroppedOnClose() throws SQLException {
    List<String> notes = new ArrayList<>();
    try (ScratchServer server = connect("dev", notes)) {
      assertEquals(17, server.major());
      assertEquals("dev", server.migratorRole());
      String database = server.createDatabase();
      String other = server.createDatabase();
      server.provideRole("external_app");
      try (Connection migrator = server.migrator(database);
          Connection admin = server.admin(other);
          Statement statement = migrator.createStatement()) {
        statement.execute("CREATE TABLE t (id int)");
        statement.execute("GRANT SELECT ON t TO external_app");
        assertEquals("dev", ScratchServerIT.one(admin, "SELECT current_user"));
        assertEquals("10min", ScratchServerIT.one(migrator, "SHOW statement_timeout"));
      }
      assertEquals("2", scratchDatabases());
      server.dropDatabase(other);
      assertEquals("1", scratchDatabases());
      assertThrows(IllegalArgumentException.class, () -> server.dropDatabase("postgres"));
    }
    assertEquals("0", scratchDatabases());
    try (Connection admin = users.admin("postgres")) {
      assertEquals(
          "0",
          ScratchServerIT.one(
              admin, "SELECT count(*) FROM pg_roles WHERE rolname = 'external_app'"));
    }
    assertTrue(notes.get(0).contains("your server localhost:5432/postgres"), notes.get(0));
  }

  @Test
  void leftoversOfDeadRunsAreDroppedAndThoseOfLivingOnesStay() throws SQLException {
    String dead = "annals_scratch_1000000000_00000000000000aa";
    String alive = "annals_scratch_1000000000_00000000000000bb";
    String young = "annals_scratch_99999999999_00000000000000cc";
    String foreign = "annals_scratch_1000000000_00000000000000dd";
    try (Connection admin = users.admin("postgres");
        Statement statement = admin.createStatement()) {
      for (String name : List.of(dead, alive, young)) {
        statement.execute("CREATE DATABASE " + name + " OWNER dev");
      }
      statement.execute("CREATE DATABASE " + foreign);
      statement.execute("SELECT pg_advisory_lock(hashtext('" + alive + "'))");
      connect("dev", new ArrayList<>()).close();
      assertEquals(
          alive + "," + young + "," + foreign,
          ScratchServerIT.one(
              admin,
              "SELECT string_agg(datname, ',' ORDER BY right(datname, 2)) FROM pg_database"
                  + " WHERE datname LIKE 'annals_scratch_%'"));
      for (String name : List.of(alive, young, foreign)) {
        statement.execute("DROP DATABASE " + name);
      }
    }
  }

  @Test
  void aRoleThatMayNotCreateDatabasesIsToldWhatToDo() {
    Problem problem = assertThrows(Problem.class, () -> connect("weak", new ArrayList<>()));
    assertTrue(problem.getMessage().contains("may not create databases"), problem.getMessage());
    assertTrue(problem.advice().contains("ALTER ROLE \"weak\" CREATEDB"), problem.advice());
  }

  @Test
  void aServerThatDoesNotAnswerIsAProblemWithoutThePassword() {
    Problem problem =
        assertThrows(
            Problem.class,
            () ->
                ScratchServer.external(
                    "jdbc:postgresql://127.0.0.1:1/x?password=topsecret",
                    "me",
                    "",
                    ServerSettings.defaults(),
                    note -> {}));
    assertTrue(problem.getMessage().startsWith("Connecting to the scratch server 127.0.0.1:1/x"));
    assertFalse((problem.getMessage() + problem.advice()).contains("topsecret"));
  }

  @Test
  void whatIsNoUrlOfPostgresqlIsAUsageProblem() {
    Problem problem =
        assertThrows(
            Problem.class,
            () ->
                ScratchServer.external(
                    "jdbc:mysql://h/x?password=topsecret",
                    "",
                    "",
                    ServerSettings.defaults(),
                    note -> {}));
    assertEquals(Problem.Kind.USAGE, problem.kind());
    assertFalse(problem.getMessage().contains("topsecret"));
  }
}
