package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.app.config.DatabaseConfig;
import dev.annals.extract.history.FileSet;
import dev.annals.extract.history.FlywayProject;
import dev.annals.extract.history.FlywaySettings;
import dev.annals.extract.replay.Replay;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.extract.replay.server.SharedServer;
import dev.annals.judge.EnvironmentJudge;
import dev.annals.model.history.History;
import dev.annals.model.story.Drift;
import dev.annals.model.story.Environment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Flyway's table can say of a live database, and what a role can be kept from reading. */
class LiveStatesIT {

  private static final ScratchServer SERVER = SharedServer.get();

  @TempDir Path temp;
  private final SortedMap<String, String> files =
      new TreeMap<>(
          Map.of(
              "V1__a.sql", "CREATE TABLE orders (id int PRIMARY KEY, note text);",
              "V2__b.sql", "CREATE TABLE customer (id int PRIMARY KEY, mail text);",
              "V3__c.sql", "CREATE INDEX orders_note ON orders (note);",
              "V4__d.sql", "ALTER TABLE customer ADD COLUMN born date;",
              "R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT id FROM customer;"));
  private String live;

  @BeforeEach
  void create() {
    live = SERVER.createDatabase();
  }

  @AfterEach
  void drop() {
    SERVER.dropDatabase(live);
  }

  private FluentConfiguration flyway(String... names) throws IOException {
    Path folder = Files.createTempDirectory(temp, "sql");
    for (String name : names) {
      Files.writeString(folder.resolve(name), files.get(name));
    }
    return Flyway.configure()
        .dataSource(SERVER.migratorSource(live))
        .locations("filesystem:" + folder);
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = SERVER.migrator(live);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void asAdmin(String sql) throws SQLException {
    try (Connection connection = SERVER.admin(live);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(true);
      statement.execute(sql);
    }
  }

  private History history(String... without) {
    SortedMap<String, byte[]> all = new TreeMap<>();
    files.forEach((name, sql) -> all.put("sql/" + name, sql.getBytes(StandardCharsets.UTF_8)));
    for (String name : without) {
      all.remove("sql/" + name);
    }
    return Replay.run(
        SERVER, FlywayProject.resolve(new FileSet(all), settings()), (number, of, script) -> {});
  }

  private static FlywaySettings settings() {
    return new FlywaySettings("", List.of("sql"), Map.of());
  }

  private Environment read(History history) throws SQLException {
    return read(history, SERVER.migratorRole());
  }

  private Environment read(History history, String role) throws SQLException {
    return new EnvironmentJudge(history)
        .judge(
            Environments.read(
                "production",
                new DatabaseConfig.Connection(SharedServer.address(live), role, ""),
                10,
                settings()));
  }

  private static List<String> drift(Environment environment) {
    return environment.drift().stream().map(Drift::words).sorted().toList();
  }

  private static String state(Environment environment, String script) {
    return environment.applied().stream()
        .filter(row -> row.script().equals(script))
        .map(row -> row.state().label())
        .toList()
        .toString();
  }

  @Test
  void aBaselineStandsForWhatIsNotAboveIt() throws Exception {
    flyway().baselineVersion("0").load().baseline();
    Environment found = read(history());
    assertEquals("0", found.version());
    assertEquals(List.of("1", "2", "3", "4", "v"), found.pending());
    assertEquals(List.of(), drift(found));
  }

  @Test
  void theHighestVersionIsTheOneThatItHas() throws Exception {
    flyway("V1__a.sql", "V2__b.sql", "V4__d.sql").load().migrate();
    Environment late = read(history());
    assertEquals("4", late.version());
    assertEquals(List.of("3", "v"), late.pending());
    assertEquals(List.of(), drift(late), "what is pending is no drift");
    assertEquals(
        List.of(
            "3 is still to run there, below others that have run: what it makes and changes is not compared"),
        late.notes());
    run("CREATE INDEX orders_hot ON orders (id, note)");
    assertEquals(
        List.of("index orders.orders_hot is there and in no migration"), drift(read(history())));
    flyway("V1__a.sql", "V2__b.sql", "V3__c.sql", "V4__d.sql").outOfOrder(true).load().migrate();
    assertEquals("4", read(history()).version());
  }

  @Test
  void aRepeatableMigrationThatIsAnotherFileRunsAgain() throws Exception {
    flyway(files.keySet().toArray(String[]::new)).load().migrate();
    assertEquals(List.of(), read(history()).pending());
    files.put("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT id, mail FROM customer;");
    Environment found = read(history());
    assertEquals(List.of("v"), found.pending());
    assertEquals("[to run again]", state(found, "R__v.sql"));
    assertEquals(List.of(), drift(found));
  }

  @Test
  void whatWasUndoneIsPending() throws Exception {
    flyway("V1__a.sql", "V2__b.sql", "V3__c.sql", "V4__d.sql").load().migrate();
    // as editions of Flyway that undo leave it
    run(
        "INSERT INTO flyway_schema_history SELECT 5, '4', 'd', 'UNDO_SQL', 'U4__d.sql', 77,"
            + " installed_by, installed_on, 3, true FROM flyway_schema_history LIMIT 1;"
            + " ALTER TABLE customer DROP COLUMN born");
    Environment undone = read(history());
    assertEquals("3", undone.version());
    assertEquals(List.of("4", "v"), undone.pending());
    assertEquals("[undone]", state(undone, "V4__d.sql"));
    assertEquals(List.of(), drift(undone));
    run(
        "INSERT INTO flyway_schema_history SELECT 6, version, description, type, script, checksum,"
            + " installed_by, installed_on, 3, true FROM flyway_schema_history"
            + " WHERE script = 'V4__d.sql'; ALTER TABLE customer ADD COLUMN born date");
    Environment again = read(history());
    assertEquals(List.of("v"), again.pending());
    assertEquals("[undone, applied]", state(again, "V4__d.sql"));
  }

  @Test
  void whatRepairHasAcceptedNeedsNoLook() throws Exception {
    flyway("V1__a.sql", "V2__b.sql", "V3__c.sql").load().migrate();
    History history = history("V2__b.sql", "V4__d.sql", "R__v.sql");
    assertEquals("[no such file]", state(read(history), "V2__b.sql"));
    flyway("V1__a.sql", "V3__c.sql").load().repair();
    Environment found = read(history);
    assertEquals("[file gone, accepted by repair, other]", state(found, "V2__b.sql"));
    assertEquals("3", found.version());
  }

  @Test
  void severalProjectsCanShareADatabase() throws Exception {
    flyway("V1__a.sql", "V2__b.sql").defaultSchema("billing").createSchemas(true).load().migrate();
    flyway("V1__a.sql").load().migrate();
    Environment found = read(history());
    assertEquals("1", found.version());
    assertEquals(List.of(), drift(found));
    assertEquals(
        List.of(
            "schema billing has a migration table of its own: it is another project's, and not compared"),
        found.notes());
  }

  @Test
  void whereFlywaysTableMayNotBeReadNothingIsSaidOfIt() throws Exception {
    flyway("V1__a.sql", "V2__b.sql", "V3__c.sql", "V4__d.sql", "R__v.sql").load().migrate();
    History history = history();
    String role = reader();
    try {
      Environment found = read(history, role);
      assertTrue(found.untracked());
      assertEquals(List.of(), found.pending());
      assertEquals(List.of(), drift(found));
      assertTrue(
          found.notes().get(0).contains("permission denied for table flyway_schema_history"),
          found.notes().toString());
    } finally {
      asAdmin("DROP OWNED BY " + role + "; DROP ROLE " + role);
    }
  }

  @Test
  void partsOfTheCatalogueCanBeForbidden() throws Exception {
    files.put(
        "V5__f.sql",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';"
            + " ALTER TABLE orders ADD CONSTRAINT noted CHECK (note <> '');");
    flyway(files.keySet().toArray(String[]::new)).load().migrate();
    History history = history();
    String role = reader();
    asAdmin(
        "REVOKE SELECT ON pg_catalog.pg_proc, pg_catalog.pg_policy FROM PUBLIC;"
            + " GRANT SELECT ON public.flyway_schema_history TO "
            + role);
    try {
      Environment found = read(history(), role);
      assertEquals("5", found.version());
      assertEquals(List.of(), drift(found));
      assertEquals(
          List.of(
              "policies could not be read (permission denied for table pg_policy): what they are there is not compared",
              "casts, event triggers, grants, operators, range types, routines, triggers could not be read (permission denied for table pg_proc): what they are there is not compared"),
          found.notes().stream().sorted((a, b) -> a.length() - b.length()).toList());
      run("ALTER TABLE orders DROP CONSTRAINT noted");
      assertEquals(List.of("check constraint orders.noted is missing"), drift(read(history, role)));
    } finally {
      asAdmin("DROP OWNED BY " + role + "; DROP ROLE " + role);
    }
  }

  /** A role that owns nothing; what it may keeps a replay that ends from tidying it away. */
  private String reader() throws SQLException {
    String role = "reader_" + live.replaceAll("\\W", "");
    asAdmin("CREATE ROLE %1$s LOGIN; GRANT CONNECT ON DATABASE %2$s TO %1$s".formatted(role, live));
    return role;
  }
}
