package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.extract.catalog.CatalogScope;
import dev.annals.extract.catalog.postgresql.PostgresCatalog;
import dev.annals.extract.environment.LiveReader;
import dev.annals.extract.history.FileSet;
import dev.annals.extract.history.FlywayProject;
import dev.annals.extract.history.Plan;
import dev.annals.extract.history.SettingsReader;
import dev.annals.extract.replay.Replay;
import dev.annals.extract.replay.server.SharedServer;
import dev.annals.judge.EnvironmentJudge;
import dev.annals.model.Problem;
import dev.annals.model.history.History;
import dev.annals.model.history.LiveDatabase;
import dev.annals.model.story.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Live databases: what is applied there, what is pending, and where they differ. */
class EnvironmentsIT {

  @TempDir Path project;

  private History history() throws IOException {
    Files.writeString(
        project.resolve("V1__a.sql"), "CREATE TABLE orders (id int PRIMARY KEY, note text);");
    Files.writeString(project.resolve("V2__b.sql"), "CREATE TABLE customer (id int PRIMARY KEY);");
    Plan plan =
        FlywayProject.resolve(
            FileSet.ofFolders(project, List.of(".")),
            SettingsReader.read(project, List.of("."), Map.of()));
    return Replay.run(SharedServer.get(), plan, (number, all, script) -> {});
  }

  private static final String TABLE =
      "CREATE TABLE flyway_schema_history (installed_rank int PRIMARY KEY, version varchar(50),"
          + " description varchar(200), type varchar(20), script varchar(1000), checksum int,"
          + " installed_by varchar(100), installed_on timestamp, execution_time int, success boolean)";
  private static final String ROW =
      "INSERT INTO flyway_schema_history VALUES (1, '1', 'a', 'SQL', 'V1__a.sql', 42, 'dba',"
          + " TIMESTAMP '2024-05-31 12:00:00', 7, true)";

  @Test
  void anyProductThroughSchemaSpy() throws SQLException, IOException {
    String url = "jdbc:h2:mem:production;DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE";
    try (Connection keep = DriverManager.getConnection(url);
        Statement statement = keep.createStatement()) {
      statement.execute(
          "CREATE TABLE orders (id int PRIMARY KEY, note varchar(50) NOT NULL, extra int)");
      statement.execute(TABLE);
      statement.execute(ROW);
      LiveDatabase live =
          new LiveReader(
                  (connection, unread) ->
                      PostgresCatalog.read(connection, CatalogScope.flyway()).schema())
              .read(
                  new LiveReader.Target(
                      "production", url, "", "", "flyway_schema_history", "", 10));
      Environment found = new EnvironmentJudge(history()).judge(live);
      assertEquals("SchemaSpy", found.reader());
      assertTrue(found.engine().startsWith("H2 "), found.engine());
      assertEquals("1", found.version());
      assertEquals(List.of("2"), found.pending());
      assertEquals(Environment.State.EDITED, found.applied().get(0).state());
      assertEquals(
          List.of("Added orders.extra", "Altered orders.note"),
          found.drift().stream()
              .map(
                  c ->
                      c.getClass().getSimpleName()
                          + " "
                          + c.subject().parent()
                          + "."
                          + c.subject().name())
              .sorted()
              .toList());
    }
  }

  @Test
  void columnsOfViewsAreNobodysInACoarseComparison() throws SQLException, IOException {
    String url = "jdbc:h2:mem:views;DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE";
    try (Connection keep = DriverManager.getConnection(url);
        Statement statement = keep.createStatement()) {
      statement.execute("CREATE VIEW reporting AS SELECT 1 AS x");
      Environment found = new EnvironmentJudge(history()).judge(read(url));
      assertEquals(List.of(), found.drift());
      assertEquals(List.of("1", "2"), found.pending());
    }
  }

  @Test
  void aDriverThatIsNotThereIsNamedWithTheWayToBringIt() {
    Problem problem = assertThrows(Problem.class, () -> read("jdbc:sqlite:/nowhere.db"));
    assertEquals(
        "reading the environment production: No suitable driver found for jdbc:sqlite:/nowhere.db",
        problem.getMessage());
    assertTrue(problem.advice().contains("ANNALS_CLASSPATH=path/to/driver.jar"), problem.advice());
  }

  private static LiveDatabase read(String url) {
    return new LiveReader(
            (connection, unread) ->
                PostgresCatalog.read(connection, CatalogScope.flyway()).schema())
        .read(new LiveReader.Target("production", url, "", "", "flyway_schema_history", "", 10));
  }
}
