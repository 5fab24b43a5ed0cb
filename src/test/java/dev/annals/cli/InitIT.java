package dev.annals.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.json.ChronicleReader;
import dev.annals.model.story.Chronicle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code annals init}: what it finds, what it writes, and what it leaves alone. */
class InitIT extends CommandCase {

  private void shop() throws IOException {
    write(
        "src/main/resources/db/migration/V1__shop.sql",
        """
        -- The shop opens.
        CREATE TABLE customer (id int PRIMARY KEY, mail text, deleted_at timestamptz);
        CREATE TABLE orders (id int PRIMARY KEY, customer_id int REFERENCES customer, status text);
        COMMENT ON TABLE orders IS 'One order, see [[nothing]]';
        CREATE VIEW open_orders AS SELECT id FROM orders WHERE status = 'open';
        """);
    write(
        "src/main/resources/db/migration/V2__no_mail.sql",
        "ALTER TABLE customer DROP COLUMN mail;");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> walk = Files.walk(project)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> project.relativize(file).toString().replace('\\', '/'))
          .filter(file -> !file.startsWith("build/") && !file.startsWith("src/"))
          .sorted()
          .toList();
    }
  }

  private Chronicle built() throws IOException {
    Outcome outcome = run("build", "--offline");
    assertEquals(0, outcome.code(), outcome.err());
    return ChronicleReader.read(
        Files.readAllBytes(project.resolve("build/schema-site/chronicle.json")));
  }

  private static List<String> found(Chronicle chronicle, String rule) {
    return chronicle.findings().stream()
        .filter(finding -> finding.rule().equals(rule))
        .map(finding -> finding.message())
        .toList();
  }

  @Test
  void aProjectBeginsWithAConfigurationAndFirstPages() throws IOException {
    shop();
    Outcome outcome = run("init");
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals(
        List.of("annals.yml", "docs/schema/customer.md", "docs/schema/orders.md"), files());
    has(outcome.out(), "wrote", "annals.yml", "1 table points to it, 2 migrations", "annals build");
    has(text("annals.yml"), "- src/main/resources/db/migration", "# check:");
    has(
        text("docs/schema/orders.md"),
        "table: orders",
        "status: stub",
        "> One order, see \\[[nothing]]",
        "> The shop opens.",
        "points to [[customer]] by `customer_id`",
        "read by the view [[open_orders]]",
        "- [ ] What do the values of `status` mean");
    has(
        text("docs/schema/customer.md"),
        "[[V2]] *no mail*: column customer.mail is gone",
        "Who sets `deleted_at`");
    Chronicle chronicle = built();
    assertEquals(
        List.of("the page of customer is a stub", "the page of orders is a stub"),
        found(chronicle, "stub-page"));
    assertEquals(List.of(), found(chronicle, "missing-page"));
    assertEquals(List.of(), found(chronicle, "broken-link"));
    has(text("build/schema-site/index.html"), "0 of 2");

    write("docs/schema/orders.md", "---\ntable: orders\n---\nSince people buy books.\n");
    Outcome again = run("init");
    assertEquals(0, again.code(), again.err());
    has(again.out(), "left", "annals.yml", "docs/schema/customer.md", "it is there");
    assertFalse(again.out().contains("wrote"), again.out());
    assertEquals(
        "---\ntable: orders\n---\nSince people buy books.\n", text("docs/schema/orders.md"));
    has(built().rationale().toString(), "Since people buy books.");
    has(text("build/schema-site/index.html"), "1 of 2");
  }

  @Test
  void aDryRunWritesNothing() throws IOException {
    shop();
    Outcome outcome = run("init", "--dry-run");
    assertEquals(0, outcome.code(), outcome.err());
    has(outcome.out(), "would write annals.yml", "docs/schema/orders.md");
    assertEquals(List.of(), files());
  }

  @Test
  void tablesAreChosenByName() throws IOException {
    shop();
    Outcome wrong = run("init", "--tables", "orders,custmer");
    assertEquals(2, wrong.code(), wrong.err());
    has(wrong.err(), "there is no table or view \"custmer\"", "Did you mean \"customer\"?");
    assertEquals(List.of(), files());
    Outcome right = run("init", "--tables", "open_orders");
    assertEquals(0, right.code(), right.err());
    assertEquals(List.of("annals.yml", "docs/schema/open_orders.md"), files());
    has(text("docs/schema/open_orders.md"), "view: open_orders", "Who reads it, and what for?");
  }

  @Test
  void withoutMigrationsNothingIsWritten() throws IOException {
    write("db/changelog.xml", "<databaseChangeLog/>");
    Outcome outcome = run("init");
    assertEquals(3, outcome.code(), outcome.err());
    has(outcome.err(), "there are none", "V1__create_orders.sql", "another migration tool");
    assertEquals(List.of("db/changelog.xml"), files());
  }

  @Test
  void whereTheReplayFailsTheConfigurationIsWrittenAndNoPage() throws IOException {
    shop();
    write("src/main/resources/db/migration/V3__bad.sql", "ALTER TABLE ordrs ADD x int;");
    Outcome outcome = run("init");
    assertEquals(3, outcome.code(), outcome.err());
    has(outcome.err(), "V3__bad.sql:1", "annals.yml was written", "run annals init again");
    assertEquals(List.of("annals.yml"), files());
  }

  @Test
  void settingsWithoutWhichTheReplayFailsAreFound() throws IOException {
    write(
        "sql/postgres/V1__a.sql",
        "CREATE TABLE job (id int);\nINSERT INTO ops.job (id) VALUES (1);\n");
    write(
        "sql/postgres/V2__b.sql",
        "CREATE TABLE b (id int);\nCREATE INDEX CONCURRENTLY job_id ON job (id);\n");
    write("sql/mysql/V1__a.sql", "CREATE TABLE job (id int) ENGINE = InnoDB;");
    Outcome outcome = run("init");
    assertEquals(0, outcome.code(), outcome.err());
    has(text("annals.yml"), "- sql/postgres\n", "defaultSchema: ops", "mixed: \"true\"");
    has(outcome.err(), "sql/mysql was passed over: it is for another database product");
    assertTrue(files().contains("docs/schema/ops.job.md"), files().toString());
  }

  @Test
  void whatAnApplicationSaysToFlywayIsTaken() throws IOException {
    write(
        "server/src/main/resources/application.yml",
        """
        spring:
          datasource: { url: "jdbc:postgresql://db/shop", password: secret }
          flyway:
            locations: classpath:tables,classpath:views/{vendor}
            default-schema: shop
            placeholders: { owner: shop_owner }
        ---
        spring: { config: { activate: { on-profile: test } } }
        """);
    write("server/src/main/resources/tables/V1__a.sql", "CREATE TABLE a (id int); -- ${owner}");
    write("server/src/main/resources/views/postgresql/V2__b.sql", "CREATE TABLE b (id int);");
    Outcome outcome = run("init");
    assertEquals(0, outcome.code(), outcome.err());
    has(
        text("annals.yml"),
        "server/src/main/resources/tables",
        "server/src/main/resources/views/postgresql",
        "defaultSchema: shop",
        "placeholders.owner: shop_owner");
    assertFalse(text("annals.yml").contains("secret"));
  }

  @Test
  void aPlaceholderOfAnApplicationMayStandForNothing() throws IOException {
    write(
        "src/main/resources/application.yml",
        """
        spring:
          flyway:
            placeholders:
              notInProduction:
              suffix: ${SUFFIX:}
        """);
    write(
        "src/main/resources/db/migration/V1__a.sql",
        "CREATE TABLE a${suffix} (id int);\n${notInProduction} CREATE TABLE b (id int);");
    Outcome outcome = run("init");
    assertEquals(0, outcome.code(), outcome.err());
    has(text("annals.yml"), "placeholders.notInProduction: \"\"", "placeholders.suffix: \"\"");
    assertTrue(files().containsAll(List.of("docs/schema/a.md", "docs/schema/b.md")));
    assertFalse(outcome.err().contains("made up"), outcome.err());
  }

  @Test
  void whatWasGuessedIsToldWhereTheReplayFailsToo() throws IOException {
    write("sql/V1__a.sql", "${owner} CREATE TABLE a (id int);");
    Outcome outcome = run("init");
    assertEquals(3, outcome.code(), outcome.err());
    has(
        outcome.err(),
        "the setting placeholders.owner: owner was made up: what do you give to Flyway for",
        "annals.yml was written");
  }

  @Test
  void filesWithoutThePrefixAreMigrationsWhereAnApplicationSaysSo() throws IOException {
    write(
        "src/main/resources/application.properties",
        "spring.flyway.sql-migration-prefix=\nspring.flyway.table=schema_version\n");
    write(
        "src/main/resources/db/migration/20170206__shop.sql",
        "CREATE TABLE shop (id int PRIMARY KEY);");
    Outcome outcome = run("init");
    assertEquals(0, outcome.code(), outcome.err());
    has(text("annals.yml"), "sqlMigrationPrefix: \"\"", "table: schema_version");
    assertEquals(List.of("annals.yml", "docs/schema/shop.md"), files());
  }

  @Test
  void filesWithoutThePrefixAreFoundAndPlaceholdersMadeUp() throws IOException {
    write(
        "sql/20170206__shop.sql",
        "CREATE SCHEMA ${ShopSchema};\nCREATE TABLE ${ShopSchema}.shop (id int PRIMARY KEY);");
    Outcome outcome = run("init");
    assertEquals(0, outcome.code(), outcome.err());
    has(text("annals.yml"), "sqlMigrationPrefix: \"\"", "placeholders.ShopSchema: shopschema");
    has(
        outcome.err(),
        "the setting sqlMigrationPrefix: \"\" was added",
        "the setting placeholders.ShopSchema: shopschema was made up");
    assertTrue(files().contains("docs/schema/shopschema.shop.md"), files().toString());
  }

  @Test
  void whatOtherToolsSayIsTakenOnce() throws IOException {
    shop();
    write(
        "shop.dbml",
        """
        Project { Note: 'All that is sold.' }
        Table customer { id int [note: '# Counted, see [[x]]'] mial text [note: 'Gone.'] }
        Table ordrs { id int [note: 'x'] }
        Table orders [note: 'Bought things.'] { status text [note: 'open or done'] }
        """);
    write(
        "schemameta.xml",
        "<schemaMeta><tables><table name='ORDERS' comments='One order, see [[nothing]]'/></tables>"
            + "</schemaMeta>");
    Outcome outcome = run("init", "--import", "shop.dbml", "--import", "schemameta.xml");
    assertEquals(0, outcome.code(), outcome.err());
    has(
        outcome.err(),
        "shop.dbml:2 describes customer.mial, which is not in the schema",
        "shop.dbml:3 describes ordrs, which is not in the schema. Did you mean \"orders\"?",
        "schemameta.xml: 1 description says what the database's comment says already");
    has(outcome.out(), "with what shop.dbml says");
    String orders = text("docs/schema/orders.md");
    has(orders, "\nBought things.\n\n*Taken from `shop.dbml`.*\n", "### status\nopen or done\n");
    assertFalse(orders.contains("status: stub"), orders);
    has(text("docs/schema/customer.md"), "status: stub", "### id\n\\# Counted, see \\[[x]]\n");
    has(text("docs/schema/index.md"), "# Shop\n\nAll that is sold.\n");
    Chronicle chronicle = built();
    assertEquals(List.of("the page of customer is a stub"), found(chronicle, "stub-page"));
    assertEquals(List.of(), found(chronicle, "broken-link"));
    assertEquals(List.of(), found(chronicle, "lost-note"));

    Outcome again = run("init", "--import", "shop.dbml");
    has(again.out(), "it is there; 2 descriptions of shop.dbml were not taken");
    assertEquals(orders, text("docs/schema/orders.md"));
  }

  @Test
  void anImportThatCannotBeReadWritesNothing() throws IOException {
    shop();
    write("bad.xml", "<schemaMeta>");
    Outcome outcome = run("init", "--import", "bad.xml");
    assertEquals(2, outcome.code(), outcome.err());
    has(outcome.err(), "importing bad.xml:1: it is no XML", "Nothing was written");
    assertEquals(List.of("bad.xml"), files());
  }

  @Test
  void nothingIsWrittenThroughALinkThatLeadsOutOfTheProject() throws IOException {
    shop();
    Path outside = Files.createDirectories(temp.resolve("outside"));
    Files.createSymbolicLink(project.resolve("docs"), outside);
    Outcome outcome = run("init");
    assertEquals(3, outcome.code(), outcome.err());
    has(outcome.err(), "leads out of the project", "Nothing was written");
    assertEquals(List.of(), files());
    try (Stream<Path> left = Files.walk(outside).filter(Files::isRegularFile)) {
      assertEquals(List.of(), left.toList());
    }
  }
}
