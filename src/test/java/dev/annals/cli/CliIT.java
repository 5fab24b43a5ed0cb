package dev.annals.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a user meets: messages and exit codes, on good input and on bad. */
class CliIT extends CommandCase {
  private void failsWith(int code, String... fragments) {
    Outcome outcome = run("build", "--offline");
    for (String fragment : fragments) {
      assertTrue(
          outcome.err().contains(fragment), () -> fragment + "\nis not in:\n" + outcome.err());
    }
    assertEquals(code, outcome.code(), outcome.err());
    assertFalse(Files.exists(project.resolve("build/schema-site")), "something was published");
    assertFalse(outcome.err().contains("\tat "), "no stack trace without -v");
  }

  @Test
  void helpAndVersionAreThere() {
    assertTrue(run("--help").out().contains("Exit codes:"));
    assertTrue(run("build", "--help").out().contains("--output"));
    assertEquals(0, run("--version").code());
    assertEquals(2, run().code());
    assertEquals(2, run("biuld").code());
  }

  @Test
  void aSmallProjectIsBuilt() throws IOException {
    write("migrations/V1__orders.sql", "-- why not\nCREATE TABLE orders (id int PRIMARY KEY);");
    Outcome outcome = run("build", "--offline");
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.out().strip().endsWith("index.html"));
    assertTrue(Files.exists(project.resolve("build/schema-site/tables/public.orders.html")));
  }

  @Test
  void noMigrations() {
    failsWith(3, "looking for migrations", "there are none", "V1__create_orders.sql");
  }

  @Test
  void aMigrationThatFails() throws IOException {
    write("migrations/V1__ok.sql", "CREATE TABLE orders (id int PRIMARY KEY);");
    write(
        "migrations/V2__bad.sql",
        "-- line 1\nCREATE TABLE a (x int);\nALTER TABLE\n  order_line ADD y int;");
    failsWith(
        3,
        "V2__bad.sql:3",
        "relation \"order_line\" does not exist",
        "ALTER TABLE",
        "Nothing was published");
  }

  /** Comments above a statement are no part of it for Flyway, but are for the server. */
  @Test
  void theLineOfAFailureIsThatOfTheFile() throws IOException {
    write(
        "migrations/V1__bad.sql",
        "CREATE TABLE a (x int);\n\n-- why\n/* two\n lines */ INSERT INTO a VALUES\n  (1),\n  ('b');");
    failsWith(3, "V1__bad.sql:7: ", "invalid input syntax for type integer");
  }

  @Test
  void twoFilesOfOneVersion() throws IOException {
    write("migrations/V1__a.sql", "SELECT 1;");
    write("migrations/V1__b.sql", "SELECT 1;");
    failsWith(3, "Found more than one migration with version 1", "V1__a.sql", "V1__b.sql");
  }

  @Test
  void anUnresolvedPlaceholder() throws IOException {
    write("migrations/V1__a.sql", "CREATE TABLE ${prefix}_orders (id int);");
    failsWith(3, "${prefix}", "placeholders.prefix: value");
    write("migrations/V1__a.sql", "CREATE TABLE a ();\nCOMMENT ON TABLE a IS '${7*7}';");
    failsWith(3, "${7*7}", "If it is no placeholder", "placeholderReplacement: false");
  }

  @Test
  void aMissingExtension() throws IOException {
    write("migrations/V1__a.sql", "CREATE EXTENSION postgis;");
    failsWith(3, "V1__a.sql:1", "postgis", "scratch: jdbc:postgresql:");
    write("migrations/V1__a.sql", "CREATE TABLE a ();\nSELECT count(*) FROM a FOR UPDATE;");
    failsWith(3, "V1__a.sql:2", "If another major can do that", "engine: postgresql");
  }

  @Test
  void anUnknownKey() throws IOException {
    write("annals.yml", "titel: Shop\n");
    failsWith(2, "annals.yml:1", "unknown key \"titel\"", "Did you mean \"title\"?");
    write(
        "annals.yml",
        "databases:\n  - migrations:\n      settings: { target: 3, placeholders.prefix: x, mixd: true }\n");
    failsWith(2, "annals.yml:3", "settings.mixd\"", "Did you mean \"mixed\"?");
  }

  @Test
  void aPolicyThatIsNone() throws IOException {
    write("annals.yml", "semver: { before-1.0: never }\n");
    failsWith(2, "annals.yml:1", "before-1.0", "Known: minor, major.");
    write("annals.yml", "semver: { rules: { colum-dropped: { level: minor, reason: x } } }\n");
    failsWith(2, "there is no such rule", "Did you mean \"column-dropped\"?");
    write("annals.yml", "semver: { rules: { column-dropped: { level: minor } } }\n");
    failsWith(2, "column-dropped: it needs a reason");
    write("annals.yml", "semver: { rules: { column-dropped: { level: mild, reason: x } } }\n");
    failsWith(2, "its level cannot be \"mild\"", "Known: breaking, minor, patch");
  }

  @Test
  void aCoverageThatIsNone() throws IOException {
    write("annals.yml", "check: { coverage: { tables: 120 } }\n");
    failsWith(2, "annals.yml:1", "check.coverage.tables cannot be \"120\"", "from 0 to 100");
    write("annals.yml", "check: { coverage: { new-tables: yes } }\n");
    failsWith(2, "check.coverage.new-tables cannot be \"yes\"", "Known: optional, required.");
    write("annals.yml", "check: { coverage: { table: 80 } }\n");
    failsWith(2, "Did you mean \"tables\"?");
  }

  @Test
  void yamlThatIsNone() throws IOException {
    write("annals.yml", "title: [a\nb: c\n");
    failsWith(2, "annals.yml:");
  }

  @Test
  void aVariableThatIsNotSet() throws IOException {
    write("annals.yml", "title: ${NO_SUCH_THING}\n");
    failsWith(2, "the variable NO_SUCH_THING is not set");
  }

  @Test
  void anEnvironmentThatCannotBeReached() throws IOException {
    write("migrations/V1__a.sql", "CREATE TABLE a (id int);");
    write(
        "annals.yml",
        "databases: [{ environments: { production: { url: 'jdbc:postgresql://127.0.0.1:1/x?password=secret', user: u, password: hidden } } }]\n");
    Outcome outcome = run("build");
    assertEquals(3, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains("reading the environment production"), outcome.err());
    assertFalse(
        outcome.err().contains("hidden") || outcome.err().contains("secret"), outcome.err());
  }

  @Test
  void aDatabaseWithNoTables() throws IOException {
    write("migrations/V1__nothing.sql", "SELECT 1;");
    assertEquals(0, run("build", "--offline").code());
    assertTrue(
        Files.readString(project.resolve("build/schema-site/diagram.html"))
            .contains("no tables to draw"));
  }

  @Test
  void hostileNamesStayNames() throws IOException {
    write(
        "migrations/V1__odd.sql",
        """
        CREATE TABLE "<script>alert(1)</script>" ("a""b" int PRIMARY KEY, "../../etc" text);
        CREATE TABLE "Orders" (id int); CREATE TABLE orders (id int);
        CREATE TABLE "con" (id int); CREATE TABLE "a/b c" (id int); CREATE TABLE "😀" (id int);
        CREATE TABLE this_name_is_exactly_sixty_three_bytes_long_so_it_is_at_the_lim (id int);
        COMMENT ON TABLE orders IS '<img src=x onerror=alert(1)> [x](javascript:alert(1))';
        COMMENT ON COLUMN orders.id IS '</td><script>alert(2)</script>';
        -- <script>alert(3)</script>
        """);
    write(
        "docs/schema/orders.md",
        "<script>alert(4)</script>\n\n[bad](javascript:alert(5)) [[<b>x</b>]] ![x](http://evil.example/x.png)\n");
    Outcome outcome = run("build", "--offline");
    assertEquals(0, outcome.code(), outcome.err());
    Path site = project.resolve("build/schema-site");
    try (Stream<Path> files = Files.walk(site)) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.(html|xml|js)")).toList()) {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        assertFalse(text.matches("(?s).*<script>alert.*"), file.toString());
        assertFalse(text.matches("(?s).*<img src=x.*"), file.toString());
        assertFalse(text.contains("href=\"javascript:"), file.toString());
        assertFalse(text.matches("(?s).*(src|href)=\"http://evil.*"), file.toString());
      }
    }
    try (Stream<Path> tables = Files.list(site.resolve("tables"))) {
      assertEquals(7, tables.count());
    }
    assertFalse(Files.exists(temp.resolve("etc.html")));
  }

  @Test
  void aHostileMigrationIsRefused() throws IOException {
    for (String sql :
        List.of(
            "COPY (SELECT 1) TO PROGRAM 'touch /tmp/annals-hostile';",
            "SELECT pg_read_file('/etc/passwd');",
            "DROP ROLE annals_admin;")) {
      write("migrations/V1__hostile.sql", sql);
      failsWith(3, "V1__hostile.sql:1", "permission denied");
    }
    assertFalse(Files.exists(Path.of("/tmp/annals-hostile")));
  }

  @Test
  void anOutputFolderThatIsNotOurs() throws IOException {
    write("migrations/V1__a.sql", "CREATE TABLE a (id int);");
    write("precious/thesis.txt", "years of work");
    Outcome outcome = run("build", "--offline", "-o", "precious");
    assertEquals(3, outcome.code());
    assertTrue(outcome.err().contains("not a site of ours"), outcome.err());
    assertEquals("years of work", Files.readString(project.resolve("precious/thesis.txt")));
  }

  @Test
  void filesThatFlywayWouldIgnoreAreNamed() throws IOException {
    write("migrations/V1__a.sql", "CREATE TABLE a (id int);");
    write("migrations/V2_b.sql", "CREATE TABLE b (id int);");
    write("migrations/V3__c.sh", "echo no");
    Outcome outcome = run("build", "--offline");
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains("V2_b.sql is ignored by Flyway"), outcome.err());
    assertTrue(outcome.err().contains("V3__c.sh is a program"), outcome.err());
  }

  @Test
  void concurrentIndexesAndNewEnumValuesAreRun() throws IOException {
    write("migrations/V1__a.sql", "CREATE TYPE s AS ENUM ('a'); CREATE TABLE a (id int, s s);");
    write("migrations/V2__b.sql", "CREATE INDEX CONCURRENTLY a_id ON a (id);");
    write("migrations/V3__c.sql", "ALTER TYPE s ADD VALUE 'b';");
    write("migrations/B2__base.sql", "CREATE TABLE a (id int);");
    write("migrations/U2__b.sql", "DROP INDEX a_id;");
    write("migrations/R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT id FROM a;");
    Outcome outcome = run("build", "--offline");
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains("4 migrations replayed"), outcome.err());
    assertTrue(outcome.err().contains("B2__base.sql is a baseline"), outcome.err());
  }
}
