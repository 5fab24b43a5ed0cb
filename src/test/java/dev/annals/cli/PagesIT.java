package dev.annals.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a page of the team's own becomes on the site, be it well meant or not. */
class PagesIT extends CommandCase {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0};

  @BeforeEach
  void shop() throws IOException {
    write(
        "migrations/V1__shop.sql",
        "CREATE TABLE customer (id int PRIMARY KEY);"
            + "CREATE TABLE orders (id int PRIMARY KEY, customer_id int REFERENCES customer);"
            + "CREATE TYPE mood AS ENUM ('good');");
    write("migrations/V2__total.sql", "ALTER TABLE orders ADD COLUMN total int;");
    write("migrations/V3__purchase.sql", "ALTER TABLE orders RENAME TO purchase;");
  }

  private void build() {
    Outcome outcome = run("build", "--offline");
    assertEquals(0, outcome.code(), outcome.err());
  }

  private String page(String path) throws IOException {
    return Files.readString(project.resolve("build/schema-site").resolve(path));
  }

  @Test
  void callbacksAreToldWithTheMigrationThatTheyRanAround() throws IOException {
    write("migrations/afterMigrate__<b>.sql", "\n\nCREATE VIEW v AS SELECT 1 AS one;");
    write("migrations/beforeMigrate.sql", "SELECT 1;");
    build();
    has(
        page("migrations/3.html"),
        "<code>migrations/afterMigrate__&lt;b&gt;.sql</code>: CREATE VIEW <code>view v</code> (line"
            + " 3)",
        "is new");
    has(
        page("migrations/1.html"),
        "<code>migrations/beforeMigrate.sql</code> changed nothing in the schema");
  }

  @Test
  void aColumnNamesTheTablesThatReferToItPartitionsAsideAndEachOnce() throws IOException {
    write(
        "migrations/V4__children.sql",
        """
        CREATE TABLE aside (id int, who int REFERENCES customer) PARTITION BY LIST (id);
        CREATE TABLE aside_1 PARTITION OF aside FOR VALUES IN (1);
        CREATE TABLE both_ways (a int REFERENCES customer, b int REFERENCES customer);
        """);
    build();
    String row =
        "<br><span class=ref>← <a href=\"public.aside.html#fk-aside_who_fkey\">aside</a>, ";
    String second = "<a href=\"public.both_ways.html#fk-both_ways_a_fkey\">both_<wbr>ways</a>, ";
    String third = ">purchase</a>";
    String page = page("tables/public.customer.html");
    has(page, row + second + "<a href=\"public.purchase.html#fk-", third + "</span>");
    write("migrations/V5__more.sql", "CREATE TABLE zoo (id int REFERENCES customer);");
    build();
    has(
        page("tables/public.customer.html"),
        row + second,
        third + " and <a href=\"#used-by\">1 more</a></span>");
  }

  @Test
  void publicationsArePagesAndStandOnThoseOfTheirTables() throws IOException {
    write(
        "migrations/V4__sent.sql",
        """
        CREATE PUBLICATION "Sent" FOR TABLE customer, purchase (id, total) WHERE (id > 7);
        COMMENT ON PUBLICATION "Sent" IS 'What <others> get.';
        """);
    write("migrations/V5__less.sql", "ALTER PUBLICATION \"Sent\" DROP TABLE customer;");
    build();
    String all = page("a-z.html");
    String path =
        all.replaceFirst("(?s).*<a href=\"(publications/sent-[0-9a-f]{8}\\.html)\".*", "$1");
    has(words(path), "What &lt;others&gt; get.", "insert, update, delete, truncate", "is new");
    has(words(path), "no longer sends table customer");
    has(page(path), "<h2 id=\"used-by\">Tables</h2>", "../tables/public.purchase.html");
    has(
        page("tables/public.purchase.html"),
        "../" + path,
        "sends insert, update, delete, truncate of");
    assertFalse(page("tables/public.customer.html").contains("../" + path), "still there");
    has(
        words("migrations/4.html"),
        "Publication Sent is new: it sends tables customer and purchase");
    has(words("migrations/5.html"), "ALTER PUBLICATION", "ADD TABLE ONLY public.customer");
    has(page("releases/5.md"), "no longer sends table", "publication");
    has(page("schema.json"), "PublishedTable", "viaRoot");
  }

  @Test
  void aMigrationThatNeedsASuperuserSaysSo() throws IOException {
    write("migrations/V4__all.sql", "CREATE PUBLICATION sent FOR ALL TABLES;");
    Outcome outcome = run("build", "--offline");
    assertEquals(3, outcome.code());
    has(outcome.err(), "migrations/V4__all.sql:1", "must be superuser", "\"trust: true\"");
    write(
        "annals.yml",
        "databases: [{ trust: true, migrations: { locations: [migrations] } }]\ncheck: {}\n");
    build();
    has(words("publications/sent.html"), "all, those that come later, too", "FOR ALL TABLES");
    has(page("tables/public.customer.html"), "../publications/sent.html", "all tables");
  }

  private String words(String path) throws IOException {
    return page(path).replaceAll("<[^>]++>", "");
  }

  @Test
  void eventTriggersArePagesButNotThoseThatWatchAReplay() throws IOException {
    write(
        "migrations/V4__guard.sql",
        """
        CREATE FUNCTION no_drops() RETURNS event_trigger LANGUAGE plpgsql AS
          $$ BEGIN RAISE EXCEPTION 'kept'; END $$;
        CREATE EVENT TRIGGER keep ON sql_drop EXECUTE FUNCTION no_drops();
        """);
    write("migrations/V5__off.sql", "ALTER EVENT TRIGGER keep DISABLE;");
    write(
        "annals.yml",
        "databases: [{ trust: true, migrations: { locations: [migrations] } }]\ncheck: {}\n");
    build();
    String trigger = page("event-triggers/keep.html");
    has(words("event-triggers/keep.html"), "sql_drop", "CREATE EVENT TRIGGER keep ON sql_drop");
    String routine =
        trigger.replaceFirst("(?s).*\"\\.\\./(routines/public\\.no_drops[^\"]*)\".*", "$1");
    has(page(routine), "../event-triggers/keep.html");
    has(words("migrations/4.html"), "Event trigger keep is new: it runs no_drops() on sql_drop");
    has(page("releases/4.md"), "Event trigger keep is new: it runs no\\_drops() on sql\\_drop");
    has(words("migrations/4.html"), "can be refused: its function raises an error");
    has(words("migrations/5.html"), "ALTER EVENT TRIGGER keep ENABLE");
    String all = page("a-z.html") + page("schema.json") + page("chronicle.json");
    has(all, "Event triggers");
    assertFalse(all.contains("annals_"), "what watches the replay is told");
  }

  @Test
  void collationsArePagesThatNameWhatSortsByThem() throws IOException {
    write(
        "migrations/V4__no_case.sql",
        """
        CREATE COLLATION no_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
        COMMENT ON COLLATION no_case IS 'For <mail>.';
        ALTER TABLE customer ADD mail text COLLATE no_case, ADD nick text;
        CREATE INDEX customer_nick ON customer (nick COLLATE no_case);
        """);
    write("migrations/V5__name.sql", "ALTER COLLATION no_case RENAME TO ci;");
    build();
    String path = "collations/public.ci.html";
    has(words(path), "For &lt;mail&gt;.", "und-u-ks-level2", "what its locale takes for it");
    has(words(path), "CREATE COLLATION public.ci (", "is now ci", "is new");
    has(page(path), "../tables/public.customer.html#col-mail", "#idx-customer_nick");
    has(words("migrations/5.html"), "ALTER COLLATION public.ci RENAME TO no_case");
    has(words("migrations/5.html"), " COLLATE no_case (a reader) worked before");
    has(page("a-z.html") + page("schema.json"), "Collations", "deterministic");
  }

  @Test
  void operatorsAndCastsArePagesThatLeadToWhatTheyCall() throws IOException {
    write(
        "migrations/V4__mood.sql",
        """
        CREATE TYPE feeling AS ENUM ('sad', 'glad');
        CREATE FUNCTION mood_of(int) RETURNS feeling LANGUAGE sql IMMUTABLE AS $$ SELECT 'sad'::feeling $$;
        CREATE CAST (int AS feeling) WITH FUNCTION mood_of(int) AS ASSIGNMENT;
        CREATE CAST (varchar AS feeling) WITH INOUT AS IMPLICIT;
        CREATE FUNCTION near(feeling, feeling) RETURNS boolean LANGUAGE sql AS 'SELECT true';
        CREATE OPERATOR <=?> (FUNCTION = near, LEFTARG = feeling, RIGHTARG = feeling);
        COMMENT ON OPERATOR <=?> (feeling, feeling) IS 'Much the same.';
        ALTER TABLE customer ADD felt feeling;
        """);
    write("migrations/V5__less.sql", "DROP CAST (varchar AS feeling);");
    build();
    String all = page("a-z.html") + page("schema.json");
    has(
        all,
        "Operators",
        "Casts",
        "integer AS feeling",
        "&lt;=?&gt;(public.feeling, public.feeling)",
        "traits");
    String operator = all.replaceFirst("(?s).*\"(operators/[^\"]*)\".*", "$1");
    has(words(operator), "Much the same.", "CREATE OPERATOR public.&lt;=?&gt; (", "Runs");
    String routine = page(operator).replaceFirst("(?s).*\"\\.\\./(routines/[^\"]*)\".*", "$1");
    has(page(routine), "../" + operator);
    String cast = all.replaceFirst("(?s).*\"(casts/[^\"]*)\".*", "$1");
    has(
        words(cast),
        "where a value is stored",
        "CREATE CAST (integer AS public.feeling)",
        "mood_of");
    has(words("migrations/5.html"), "Cast character varying AS feeling is gone", "is of type");
    has(words("migrations/5.html"), "WITH INOUT AS IMPLICIT");
  }

  @Test
  void aReleaseSaysWhyNobodyWaitsForWhatItsMigrationsLock() throws IOException {
    write(
        "migrations/V4__same.sql",
        "CREATE TABLE bin (id int); ALTER TABLE customer ADD nick text;");
    write("migrations/V5__same.sql", "ALTER TABLE bin ADD size int;");
    write(
        "annals.yml",
        """
        releases: { from: list, list: [{ version: "1.0", through: "3" }, { version: "1.1", through: "5" }] }
        """);
    build();
    has(words("migrations/5.html"), "readers and writers");
    has(words("releases/1.1.html"), "nobody: only tables that are new in this release");
  }

  /** The server writes such a type with quotation marks. */
  @Test
  void aDomainWithAnOddNameIsKnownInAColumn() throws IOException {
    write(
        "migrations/V4__odd.sql",
        """
        CREATE DOMAIN "Full.stop" AS text CHECK (VALUE <> 'none');
        ALTER TABLE customer ADD odd "Full.stop";
        """);
    write(
        "migrations/V5__more.sql",
        "ALTER DOMAIN \"Full.stop\" ADD CONSTRAINT no_stop CHECK (VALUE <> 'stop');");
    build();
    has(words("migrations/5.html"), "INSERT INTO customer", "&#39;stop&#39;");
  }

  @Test
  void aHeavyPageTellsItsFirstFindingsAndWhereAllAre() throws IOException {
    StringBuilder sql = new StringBuilder("CREATE TABLE file (id int PRIMARY KEY);\n");
    sql.append("CREATE TABLE heavy (id int PRIMARY KEY");
    for (int i = 0; i < 15; i++) {
      sql.append(",\n  file_of_a_rather_long_name_").append(i).append(" int REFERENCES file");
    }
    sql.append(");\n");
    for (int i = 0; i < 15; i++) {
      sql.append("COMMENT ON COLUMN heavy.file_of_a_rather_long_name_").append(i);
      sql.append(" IS '").append("It is said at length what this is. ".repeat(20)).append("';\n");
    }
    write("migrations/V4__heavy.sql", sql.toString());
    build();
    String heavy = page("tables/public.heavy.html");
    String findings = heavy.substring(heavy.indexOf("<ul class=findings>"));
    int told = findings.split("<li class=\"finding", -1).length - 1;
    assertEquals(5, told);
    has(heavy, "public.heavy~findings.html");
    String all = page("tables/public.heavy~findings.html");
    for (int i = 0; i < 15; i++) {
      has(all, "file_of_a_rather_long_name_" + i);
    }
  }

  @Test
  void aPageWithAllThatAPageCanHave() throws IOException {
    write("docs/schema/a b.png", PNG);
    write("docs/adr/1.md", "# We count\nOnce.\n");
    write("docs/schema/customer.md", "Who buys: [all](purchase.md), [gone](../no.md).\n");
    write(
        "docs/schema/purchase.md",
        """
        ---
        table: purchase
        supersedes: [basket]
        reviewed: "1"
        ---
        Bought, see [[customer|who]], [[customer#id]], [[V2]], [the file](../../migrations/V1__shop.sql),
        [[areas/money]] and [one](customer.md).

        ![A picture](a%20b.png "Title")
        ![Gone](none.png)

        {{diagram purchase depth=2}}
        {{columns customer}}
        {{changes purchase since=2}}
        {{columns nothing}}

        ```mermaid
        graph LR; a-->b
        ```

        `{{columns customer}}` <!-- unseen --> <script>alert(1)</script> \uE0A00\uE0A1

        ## Decisions

        - [Counting](../adr/1.md)

        ## Columns

        ### total
        In cents, as [[customer]] pays.
        """);
    write("docs/schema/areas/money.md", "# All that is money\nNothing else.\n");
    write("docs/schema/mood.md", "---\ntype: mood\nowners: [ann]\n---\nHow they felt.\n");
    build();
    String html = page("tables/public.purchase.html");
    has(
        html,
        "<a href=\"public.customer.html\">who</a>",
        "<a href=\"public.customer.html\"><code>customer</code></a>",
        "<a href=\"../migrations/1.html\">the file</a>",
        "<a href=\"public.customer.html\">one</a>",
        "<a href=\"../areas/money.html\"><code>areas/money</code></a>",
        "alt=\"A picture\" title=\"Title\" loading=\"lazy\">",
        "<em>Gone</em>",
        "aria-label=\"Columns of customer\"",
        "<span class=\"dead\" title=\"Nothing can be shown here\">{{columns nothing}}</span>",
        "<figcaption>Mermaid</figcaption>",
        "<code>{{columns customer}}</code>",
        "&lt;script&gt;",
        "In cents, as <a href",
        "Counting</a>",
        "Changed since this page was reviewed at 1.",
        ">We count</a>",
        "basket");
    assertFalse(html.contains("unseen -->"), "comments are for writers");
    assertFalse(html.contains("<script>alert"), html);
    has(page("decisions/" + name("decisions")), "<h1>We count</h1>", "purchase");
    has(page("areas/money.html"), "<h1>All that is money</h1>", "No table says that it belongs");
    has(page("types/public.mood.html"), "How they felt.", "ann");
    has(page("tables/public.customer.html"), "<a href=\"public.purchase.html\">all</a>", "gone.");
    assertEquals(
        PNG.length, Files.size(project.resolve("build/schema-site/images/" + name("images"))));
  }

  private String name(String folder) throws IOException {
    try (var files = Files.list(project.resolve("build/schema-site").resolve(folder))) {
      return files.findFirst().orElseThrow().getFileName().toString();
    }
  }

  @Test
  void aRenamedTableKeepsItsPageAndOfTwoTheFirstIsShown() throws IOException {
    write("docs/schema/orders.md", "Under the old name.\n");
    build();
    has(page("tables/public.purchase.html"), "Under the old name.");
    has(
        page("checks.html"),
        "which was renamed to purchase by migration 3",
        "docs/schema/purchase.md");
    write("docs/schema/purchase.md", "Under the new name.\n");
    build();
    has(page("tables/public.purchase.html"), "Under the old name.");
    has(page("checks.html"), "Two pages are about purchase");
  }
}
