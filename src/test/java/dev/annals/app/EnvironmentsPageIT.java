package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.extract.replay.server.SharedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of live databases that Flyway has migrated, each to another state. */
class EnvironmentsPageIT {

  private static final ScratchServer SERVER = SharedServer.get();
  private static final List<String> DATABASES = new ArrayList<>();

  @TempDir static Path project;
  private static Document page;

  @BeforeAll
  static void build() throws IOException, SQLException {
    write("migrations/V1__orders.sql", "CREATE TABLE orders (id int PRIMARY KEY, note text);");
    write("migrations/V2__customer.sql", "CREATE TABLE customer (id int PRIMARY KEY);");
    write("migrations/V3__total.sql", "ALTER TABLE orders ADD COLUMN total int;");
    String behind = database();
    migrate(behind, "2");
    String failed = database();
    migrate(failed, "1");
    // as Flyway leaves it where a migration that cannot run in a transaction breaks off
    run(
        failed,
        "INSERT INTO flyway_schema_history SELECT 2, '2', 'customer', type, 'V2__customer.sql',"
            + " NULL, installed_by, installed_on, 3, false FROM flyway_schema_history");
    String drifted = database();
    migrate(drifted, "latest");
    run(drifted, "ALTER TABLE orders ADD COLUMN hotfix int; ALTER TABLE orders DROP COLUMN note");
    StringBuilder settings = new StringBuilder("title: Shop\ndatabases:\n- environments:\n");
    for (String each : List.of("behind " + behind, "failed " + failed, "drifted " + drifted)) {
      String[] pair = each.split(" ");
      settings.append(
          "    %s: { url: '%s', user: '%s' }\n"
              .formatted(pair[0], SharedServer.address(pair[1]), SERVER.migratorRole()));
    }
    write("annals.yml", settings.toString());
    Path site = project.resolve("site");
    new BuildSite(
            new BuildRequest(
                project, project.resolve("annals.yml"), site, false, false, OwnCache.environment()),
            Progress.SILENT)
        .run();
    page = Jsoup.parse(Files.readString(site.resolve("environments.html")));
  }

  @AfterAll
  static void drop() {
    DATABASES.forEach(SERVER::dropDatabase);
  }

  private static void write(String path, String text) throws IOException {
    Path file = project.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String database() {
    String name = SERVER.createDatabase();
    DATABASES.add(name);
    return name;
  }

  private static void migrate(String database, String target) {
    Flyway.configure()
        .dataSource(SERVER.migratorSource(database))
        .locations("filesystem:" + project.resolve("migrations"))
        .target(target)
        .load()
        .migrate();
  }

  private static void run(String database, String sql) throws SQLException {
    try (Connection connection = SERVER.migrator(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** What stands below the heading of an environment. */
  private static String told(String name) {
    Element heading = page.getElementById("env-" + name);
    List<String> texts = new ArrayList<>();
    for (Element each = heading.nextElementSibling();
        each != null && !each.normalName().equals("h2");
        each = each.nextElementSibling()) {
      texts.add(each.text());
    }
    return String.join("\n", texts);
  }

  private static void has(String text, String... fragments) {
    for (String fragment : fragments) {
      assertTrue(text.contains(fragment), () -> fragment + "\nis not in:\n" + text);
    }
  }

  @Test
  void oneThatIsBehind() {
    String told = told("behind");
    has(told, "At migration 2, on PostgreSQL 17", "1 pending: 3.");
    has(told, "Its schema is what its migrations give.", "2 applied");
    assertEquals(-1, told.indexOf("Needs a look"), told);
  }

  @Test
  void oneWhereAMigrationFailed() {
    String told = told("failed");
    has(told, "At migration 1, on PostgreSQL 17", "Needs a look: V2__customer.sql (failed).");
    has(told, "2 applied", "customer");
  }

  @Test
  void oneThatDrifted() {
    String told = told("drifted");
    has(told, "At migration 3, on PostgreSQL 17", "Nothing is pending.", "3 applied");
    has(told, "hotfix", "note");
    assertEquals(
        List.of("tables/public.orders.html", "tables/public.orders.html#col-note"),
        page.select("#env-drifted ~ ul a").eachAttr("href").stream().sorted().toList());
  }

  @Test
  void aMigrationTellsWhereItHasRun() throws IOException {
    Document third = Jsoup.parse(Files.readString(project.resolve("site/migrations/3.html")));
    String runs = third.select("p.meta:has(a[href$=environments.html])").text();
    has(runs, "behind: pending", "drifted: ran on");
  }
}
