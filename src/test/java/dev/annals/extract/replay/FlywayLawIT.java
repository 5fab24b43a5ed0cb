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

  /** Who makes a role hands things over to it, and acts in its name, as a superuser could. */
  @ParameterizedTest
  @ValueSource(ints = {15, 17, 18})
  void rolesThatMigrationsMakeOwnThings(int major) {
    ScratchServer server = SharedServer.available(major);
    String sql =
        """
        CREATE ROLE law_owner;
        CREATE ROLE law_old;
        CREATE TABLE first (id int);
        ALTER TABLE first OWNER TO law_owner;
        CREATE SCHEMA shop AUTHORIZATION law_owner;
        ALTER DEFAULT PRIVILEGES FOR ROLE law_owner GRANT SELECT ON TABLES TO PUBLIC;
        """;
    String more =
        """
        CREATE TABLE second (id int);
        ALTER TABLE second OWNER TO law_old;
        REASSIGN OWNED BY law_old TO law_owner;
        SET ROLE law_owner;
        CREATE TABLE shop.third (id int);
        SET ROLE law_nobody_made;
        RESET ROLE;
        """;
    History history = Replay.run(server, plan(sql, more), (number, all, script) -> {});
    assertEquals(
        List.of("first law_owner", "second law_owner", "third law_owner"),
        owners(history.last().schema()));
    Plan hostile = plan("SET ROLE annals_owner; SET ROLE pg_execute_server_program;");
    assertThrows(Problem.class, () -> Replay.run(server, hostile, (number, all, script) -> {}));
  }

  private static List<String> owners(Schema schema) {
    return schema.all(Table.class).map(table -> table.name() + " " + table.owner()).toList();
  }

  /** What is committed statement by statement goes on where it was. */
  @Test
  void aRoleThatIsMissingOutsideOfATransactionIsMade() {
    String sql =
        """
        CREATE TABLE orders (id int);
        CREATE INDEX CONCURRENTLY orders_id ON orders (id);
        GRANT SELECT ON orders TO law_first;
        ALTER TABLE orders OWNER TO law_second;
        VACUUM orders;
        """;
    Plan plan = plan(Map.of("flyway.mixed", "true"), sql);
    History history = Replay.run(SharedServer.get(), plan, (number, all, script) -> {});
    assertEquals(List.of("orders law_second"), owners(history.last().schema()));
    assertEquals(
        List.of(
            "the role law_first, which V1__roles.sql asks for, was made for the replay",
            "the role law_second, which V1__roles.sql asks for, was made for the replay"),
        history.notes());
  }

  /** Scripts name the database that they run in elsewhere. */
  @Test
  void aDatabaseThatIsNamedIsMade() {
    ScratchServer server = SharedServer.get();
    String sql =
        """
        CREATE TABLE orders (id int);
        GRANT CONNECT ON DATABASE "Law Shop" TO law_reader;
        ALTER DATABASE "Law Shop" SET timezone = 'UTC';
        GRANT CONNECT, TEMPORARY ON DATABASE ${flyway:database} TO law_reader;
        """;
    for (int again = 0; again < 2; again++) {
      History history = Replay.run(server, plan(sql), (number, all, script) -> {});
      assertEquals(
          List.of(
              "an empty database Law Shop, which V1__roles.sql names, was made for the replay",
              "an empty database annals, which V1__roles.sql names, was made for the replay",
              "the role law_reader, which V1__roles.sql asks for, was made for the replay"),
          history.notes());
    }
  }

  private static Plan plan(String... sql) {
    return plan(Map.of(), sql);
  }

  private static Plan plan(Map<String, String> settings, String... sql) {
    TreeMap<String, byte[]> files = new TreeMap<>();
    for (String each : sql) {
      files.put(
          "sql/V" + (files.size() + 1) + "__roles.sql", each.getBytes(StandardCharsets.UTF_8));
    }
    return FlywayProject.resolve(
        new FileSet(files), new FlywaySettings("", List.of("sql"), settings));
  }
}
