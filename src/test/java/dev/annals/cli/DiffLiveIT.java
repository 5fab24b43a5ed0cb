package dev.annals.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.cli.CommandCase.Outcome;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.extract.replay.server.SharedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A live PostgreSQL that Flyway has migrated, against the migrations as they are now. */
class DiffLiveIT {

  private static final ScratchServer SERVER = SharedServer.get();

  @TempDir Path temp;
  private DiffRepository shop;
  private String live;

  @BeforeEach
  void deploy() throws Exception {
    shop = new DiffRepository(temp);
    shop.write(
        "migrations/V1__shop.sql",
        """
        CREATE TABLE customer (id int PRIMARY KEY, name text NOT NULL);
        CREATE TABLE orders (id int PRIMARY KEY, customer_id int REFERENCES customer, note text);
        CREATE INDEX orders_customer ON orders (customer_id);
        """);
    shop.write("migrations/R__names.sql", "CREATE VIEW names AS SELECT name FROM customer;");
    shop.write(
        "annals.yml",
        "databases: [{ environments: { production: { url: '${PROD:-}', user: '${WHO:-}' } } }]\n");
    shop.commit("the shop");
    shop.tag("v1");
    live = SERVER.createDatabase();
    migrate();
    shop.environment.put("PROD", SharedServer.address(live));
    shop.environment.put("WHO", SERVER.migratorRole());
  }

  @AfterEach
  void drop() {
    SERVER.dropDatabase(live);
    shop.close();
  }

  private void migrate() {
    Flyway.configure()
        .dataSource(SERVER.migratorSource(live))
        .locations("filesystem:" + shop.project().resolve("migrations"))
        .load()
        .migrate();
  }

  private void there(String sql) throws SQLException {
    try (Connection connection = SERVER.migrator(live);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Outcome diff(String... more) {
    String[] arguments = new String[more.length + 1];
    arguments[0] = "diff";
    System.arraycopy(more, 0, arguments, 1, more.length);
    return shop.run(arguments);
  }

  private Outcome production(String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "--environment";
    arguments[1] = "production";
    System.arraycopy(more, 0, arguments, 2, more.length);
    return diff(arguments);
  }

  private static void has(String text, String... fragments) {
    for (String fragment : fragments) {
      assertTrue(text.contains(fragment), () -> fragment + "\nis not in:\n" + text);
    }
  }

  @Test
  void oneThatIsAsItShouldBe() {
    Outcome outcome = production("--fail-on", "info");
    assertEquals(0, outcome.code(), outcome.err() + outcome.out());
    has(outcome.out(), "production → working tree", "The schema stays the same.");
    has(outcome.err(), "2 migrations have run in production, 0 pending, 0 differences");
  }

  @Test
  void whatIsPendingIsToldAsAPreview() throws IOException {
    shop.write("migrations/V2__remark.sql", "ALTER TABLE orders RENAME COLUMN note TO remark;");
    Outcome outcome = production("--fail-on", "breaking");
    assertEquals(1, outcome.code(), outcome.err() + outcome.out());
    has(
        outcome.out(),
        "1 change breaks users",
        "~ Column orders.note is now called remark",
        "SELECT note FROM orders",
        "orders: ACCESS EXCLUSIVE lock",
        "  2: ");
    assertFalse(outcome.out().contains("[drift]"), outcome.out());
    Outcome released = production("v1");
    has(released.out(), "production → v1 (", "The schema stays the same.");
  }

  @Test
  void driftIsToldInBothDirections() throws SQLException, IOException {
    there("ALTER TABLE orders ADD COLUMN hotfix int; DROP INDEX orders_customer");
    there("ALTER TABLE customer ALTER COLUMN name DROP NOT NULL");
    shop.write("migrations/V2__fax.sql", "ALTER TABLE customer ADD COLUMN fax text;");
    Outcome outcome = production("--fail-on", "error");
    assertEquals(4, outcome.code(), outcome.err() + outcome.out());
    has(
        outcome.out(),
        "The live database differs from its migrations in 3 places",
        "column customer.name takes null, migrations say that it does not",
        "In production column orders.hotfix is there and in no migration",
        "In production index orders.orders_customer is missing",
        "− Column orders.hotfix is gone",
        "+ New index orders_customer on orders",
        "+ Column customer.fax is new",
        "its drift taken back");
    assertEquals(1, production("--fail-on", "breaking,error").code());
    has(production("--format", "json").out(), "\"name\":\"production\"", "\"rule\":\"drift\"");
  }

  @Test
  void whatIsToRunAgainIsPendingAndNoDrift() throws IOException {
    shop.write(
        "migrations/R__names.sql",
        "CREATE OR REPLACE VIEW names AS SELECT name, id FROM customer;");
    Outcome outcome = production("--fail-on", "error");
    assertEquals(0, outcome.code(), outcome.err() + outcome.out());
    has(outcome.err(), "2 migrations have run in production, 1 pending, 0 differences");
  }

  @Test
  void publicationsThatOnlyALiveDatabaseHasAreItsOwnBusiness() throws SQLException, IOException {
    there("CREATE PUBLICATION copied FOR TABLE orders");
    shop.write("migrations/V2__sent.sql", "CREATE PUBLICATION sent FOR TABLE customer;");
    Outcome outcome = production("--fail-on", "error");
    assertEquals(0, outcome.code(), outcome.err() + outcome.out());
    has(outcome.out(), "ublication sent is new");
    assertFalse(outcome.out().contains("copied"), outcome.out());
  }

  @Test
  void whatFlywayWouldRefuseThere() throws Exception {
    shop.write("migrations/V2__fax.sql", "ALTER TABLE customer ADD COLUMN fax text;");
    shop.write("migrations/V4__tel.sql", "ALTER TABLE customer ADD COLUMN tel text;");
    migrate();
    shop.write("migrations/V2__fax.sql", "ALTER TABLE customer ADD COLUMN fax varchar(20);");
    shop.write("migrations/V3__late.sql", "ALTER TABLE customer ADD COLUMN late int;");
    shop.write(
        "migrations/R__names.sql",
        "CREATE OR REPLACE VIEW names AS SELECT name FROM customer WHERE id > 0;");
    shop.delete("migrations/V4__tel.sql");
    there(
        "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
            + " installed_by, execution_time, success)"
            + " VALUES (9, '5', 'bad', 'SQL', 'V5__bad.sql', 'x', 1, false)");
    Outcome outcome = production("--fail-on", "error");
    assertEquals(1, outcome.code(), outcome.err() + outcome.out());
    has(
        outcome.out(),
        "[migration-edited]",
        "V4__tel.sql is gone",
        "V5__bad.sql did not run to its end in production",
        "Version 3 is new and below 4",
        "the type of column customer.fax is text, migrations say character varying(20)",
        "In production column customer.tel is there and in no migration",
        "changed  migrations/R__names.sql");
  }

  @Test
  void aDatabaseThatHasNoHistoryAndOneByItsAddress() throws SQLException {
    there("DROP TABLE flyway_schema_history");
    shop.environment.put("ANNALS_DATABASE_USER", SERVER.migratorRole());
    Outcome outcome = diff(SharedServer.address(live));
    assertEquals(0, outcome.code(), outcome.err());
    has(
        outcome.out(),
        live + " → working tree",
        "it has no schema history",
        "The schema stays the same");
  }

  @Test
  void anotherProductThroughSchemaSpy() throws SQLException {
    String url = "jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE";
    try (Connection keep = DriverManager.getConnection(url);
        Statement statement = keep.createStatement()) {
      statement.execute("CREATE TABLE customer (id int PRIMARY KEY, name varchar(50), x int)");
      Outcome outcome = diff(url);
      assertEquals(0, outcome.code(), outcome.err());
      has(
          outcome.out(),
          "shop → working tree",
          "read through SchemaSpy",
          "cannot be told",
          "− Column customer.x is gone",
          "+ Table orders is new");
    }
  }

  @Test
  void wrongUsage() throws IOException, GitAPIException {
    fails(2, "Did you mean \"production\"", "--environment", "prodution");
    fails(2, "is a range", "--environment", "production", "v1..");
    fails(2, "more than one base", "--environment", "production", "--base", "v1");
    fails(2, "ANNALS_DATABASE_PASSWORD", "jdbc:postgresql://localhost:1/x?user=a&password=hunter2");
    fails(2, "--offline asks none", "--environment", "production", "--offline");
    shop.environment.put("PROD", "jdbc:postgresql://127.0.0.1:1/x");
    fails(3, "reading the environment production", "--environment", "production");
    shop.environment.remove("PROD");
    fails(2, "it has no address", "--environment", "production");
    assertTrue(Files.exists(shop.project().resolve("annals.yml")));
  }

  private void fails(int code, String message, String... arguments) {
    Outcome outcome = diff(arguments);
    assertEquals(code, outcome.code(), outcome.err());
    has(outcome.err(), message);
    assertFalse((outcome.err() + outcome.out()).contains("hunter2"), outcome.err());
  }
}
