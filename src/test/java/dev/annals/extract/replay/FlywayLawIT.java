package dev.annals.extract.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.annals.extract.history.FileSet;
import dev.annals.extract.history.FlywayProject;
import dev.annals.extract.history.FlywaySettings;
import dev.annals.extract.history.Plan;
import dev.annals.extract.history.SettingsReader;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.extract.replay.server.SharedServer;
import dev.annals.model.Problem;
import dev.annals.model.history.History;
import dev.annals.model.schema.Grant;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The law of the replay: the schema that it leaves is the one that Flyway's migrate leaves. */
class FlywayLawIT {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "examples/bookshop/migrations",
        "src/test/resources/histories/tiny",
        "src/test/resources/histories/mixture",
        "src/test/resources/histories/callbacks"
      })
  void replayGivesTheSchemaThatFlywayGives(String folder) throws SQLException {
    Path project = Path.of(folder).toAbsolutePath();
    FlywaySettings settings = SettingsReader.read(project, List.of("."), Map.of());
    Plan plan = FlywayProject.resolve(FileSet.ofFolders(project, List.of(".")), settings);
    assertFalse(plan.migrations().isEmpty());
    ScratchServer server = SharedServer.get();
    History history = Replay.run(server, plan, (number, all, script) -> {});
    String database = FlywayRun.migrate(server, project, settings);
    try {
      Schema flyway = FlywayRun.schema(server, database, settings);
      assertEquals(text(flyway), text(history.last().schema()));
    } finally {
      server.dropDatabase(database);
    }
  }

  private static String text(Schema schema) {
    return schema.objects().stream().map(Object::toString).collect(Collectors.joining("\n"));
  }

  /** What a session begins with decides where things are made, and whose they are. */
  @Test
  void sessionsBeginWithInitSql(@TempDir Path project) throws SQLException, IOException {
    ScratchServer server = SharedServer.get();
    Files.createDirectories(project.resolve("sql"));
    Map<String, String> files =
        Map.of(
            "V1__a.sql",
            "CREATE TABLE a (id int DEFAULT current_setting('shop.first')::int); SET search_path TO public;",
            "V2__b.sql",
            "CREATE TABLE b (id int);",
            "beforeEachMigrate.sql",
            "CREATE TABLE IF NOT EXISTS each (id int);",
            "afterMigrate.sql",
            "CREATE TABLE last (id int DEFAULT current_setting('shop.first')::int);");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(project.resolve("sql").resolve(file.getKey()), file.getValue());
    }
    FlywaySettings settings =
        new FlywaySettings(
            "",
            List.of("sql"),
            Map.of(
                "flyway.initSql",
                "CREATE SCHEMA IF NOT EXISTS ${where}; SET search_path TO ${where}; SET shop.first = '7'",
                "flyway.placeholders.where",
                "own"));
    Plan plan = FlywayProject.resolve(FileSet.ofFolders(project, settings.folders()), settings);
    History history = Replay.run(server, plan, (number, all, script) -> {});
    String database = FlywayRun.migrate(server, project, settings);
    try {
      assertEquals(FlywayRun.schema(server, database, settings), history.last().schema());
      // own.a, own.each, own.last; Flyway leaves V1's search path, and so V2 makes two in public
      assertEquals(5, history.last().schema().all(Table.class).count());
    } finally {
      server.dropDatabase(database);
    }
  }

  /** A whole project may want its statements to be committed one by one. */
  @Test
  void transactionsAreAsTheProjectSays(@TempDir Path project) throws SQLException, IOException {
    ScratchServer server = SharedServer.get();
    Files.writeString(
        project.resolve("V1__a.sql"),
        """
        CREATE TABLE own AS SELECT txid_current() AS first;
        DO $$ BEGIN
          IF (SELECT first = txid_current() FROM own) THEN CREATE TABLE together (); END IF;
        END $$;
        """);
    for (boolean together : List.of(true, false)) {
      FlywaySettings settings =
          new FlywaySettings(
              "", List.of("."), Map.of("flyway.executeInTransaction", String.valueOf(together)));
      Plan plan = FlywayProject.resolve(FileSet.ofFolders(project, settings.folders()), settings);
      History history = Replay.run(server, plan, (number, all, script) -> {});
      String database = FlywayRun.migrate(server, project, settings);
      try {
        Schema schema = history.last().schema();
        assertEquals(FlywayRun.schema(server, database, settings), schema);
        assertEquals(together ? 2 : 1, schema.all(Table.class).count());
      } finally {
        server.dropDatabase(database);
      }
    }
  }

  /** Roles are no part of a schema, but what they may do with it is. */
  @ParameterizedTest
  @ValueSource(ints = {14, 15, 16, 17, 18})
  void rolesAreMadeOnEveryMajor(int major) {
    ScratchServer server = SharedServer.available(major);
    String sql =
        """
        CREATE ROLE law_reader NOLOGIN;
        CREATE USER "Law Writer" IN ROLE law_reader;
        DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'law_other') THEN
            CREATE ROLE law_other;
          END IF;
        END $$;
        CREATE TABLE orders (id int);
        GRANT SELECT ON orders TO law_reader, "Law Writer", law_other;
        """;
    History history = Replay.run(server, plan(sql), (number, all, script) -> {});
    assertEquals(
        List.of("Law Writer", "law_other", "law_reader"),
        history
            .last()
            .schema()
            .all(Grant.class)
            .filter(grant -> grant.object().equals("orders"))
            .map(Grant::grantee)
            .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("law"))
            .sorted()
            .toList());
    for (String hostile :
        List.of(
            "CREATE ROLE law_evil SUPERUSER;",
            "CREATE ROLE law_evil REPLICATION;",
            "CREATE ROLE law_evil BYPASSRLS;",
            "CREATE ROLE law_evil IN ROLE pg_execute_server_program;",
            "CREATE ROLE pg_evil;")) {
      Plan plan = plan(hostile);
      assertThrows(
          Problem.class, () -> Replay.run(server, plan, (number, all, script) -> {}), hostile);
    }
  }

  private static Plan plan(String sql) {
    return FlywayProject.resolve(
        new FileSet(
            new TreeMap<>(Map.of("sql/V1__roles.sql", sql.getBytes(StandardCharsets.UTF_8)))),
        new FlywaySettings("", List.of("sql"), Map.of()));
  }
}
