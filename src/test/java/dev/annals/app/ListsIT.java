package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The lists of all columns, constraints and indexes, triggers and policies, from {@code file://}.
 */
@ExtendWith(Browsing.class)
class ListsIT {

  private static final String ROWS =
      "[...document.querySelectorAll('.sorts tbody tr')].map(r => [...r.cells].map(c => c.innerText"
          + ".replace(/\\s+/g, ' ').trim()).join('|')).join('\\n')";

  @TempDir Path project;

  @BeforeEach
  void desk(Browser browser) {
    browser.size(1280, 800);
  }

  private static void open(Browser browser, Path site, String page) {
    browser.open(site, "index.html");
    browser.open(site, page);
    browser.waitFor("document.querySelector('.sorts tbody tr')");
  }

  /** Where the links of what is shown lead to, those with a place on their page first of all. */
  private static void linksHold(Browser browser, Path site) throws Exception {
    List<String> links =
        browser
            .run(
                "[...new Set([...document.querySelectorAll('.sorts tbody a')]"
                    + ".map(a => a.getAttribute('href')))].join('\\n')")
            .lines()
            .toList();
    assertTrue(links.stream().anyMatch(link -> link.contains("#")), links::toString);
    for (String link : links) {
      String[] parts = link.split("#", -1);
      String page = Files.readString(site.resolve(parts[0]));
      assertTrue(parts.length == 1 || page.contains("id=\"" + parts[1] + "\""), link);
    }
  }

  /** The table of the first row. */
  private static String table(Browser browser) {
    return browser.run("document.querySelector('.sorts tbody td').innerText");
  }

  /** What is shown, when all of it is. */
  private static String rows(Browser browser) {
    browser.waitFor("document.querySelector('[data-list]').ariaBusy === 'false'");
    return browser.run(ROWS);
  }

  /** Types into the filter, by keyboard alone. */
  private static String find(Browser browser, String words) {
    browser.run("document.querySelector('#list-filter').select()");
    browser.keys(words);
    return rows(browser);
  }

  @Test
  void allColumnsAreFoundByTypingAndSortedByTheirHeads(Browser browser) throws Exception {
    Path site = Bookshop.site();
    browser.open(site, "tables.html");
    browser.click("main a[href='columns.html']");
    browser.waitFor("document.querySelector('.sorts tbody tr')");
    long lines = Files.readAllLines(site.resolve("columns.csv")).size() - 1L;
    browser.waitFor("document.querySelectorAll('.sorts tbody tr').length === " + lines);
    linksHold(browser, site);
    browser.waitFor("document.querySelector('.sorts').innerText.includes('Euro. Negative')");

    assertEquals(
        """
        unit_cost|warehouse.purchase_order_line|numeric(10,2)||||2.0||Net, after the supplier's discount.
        unit_price|order_line|numeric(10,2)||||1.0|4.0|Price of one copy when the order was placed. Never updated. Gross, after promotions. Had four decimals until 4.0.""",
        find(browser, "table:order_line NUMERIC unit"));
    assertEquals(
        "order_id|return_request|bigint|||FK → order_line.order_id|4.1|5.0|",
        find(browser, "order_line.order key:fk"));
    browser.keys("Tab", "Tab", "Tab"); // CSV, the list, its first head
    assertEquals("Column", browser.run("document.activeElement.textContent"));
    find(browser, "key:customer");
    String byName = rows(browser);
    browser.click(".sorts th:nth-child(2) .sort");
    assertEquals("cart", table(browser));
    browser.click(".sorts th:nth-child(2) .sort");
    assertEquals("wishlist_item", table(browser));
    browser.click(".sorts th:nth-child(2) .sort");
    assertEquals(byName, rows(browser));

    open(browser, site, browser.run("'columns.html' + location.hash"));
    browser.waitFor("document.querySelector('.sorts').innerText.includes('Null until')");
    assertEquals(byName, rows(browser));
    browser.click(".sorts tbody tr:first-child a");
    browser.waitFor("location.href.includes('#col-customer_id')");
    assertEquals(List.of(), browser.errors());
  }

  @Test
  void allConstraintsAreThereWithWhatTheyDemand(Browser browser) throws Exception {
    Path site = Bookshop.site();
    open(browser, site, "constraints.html");
    linksHold(browser, site);
    assertEquals(
        "book_title_check|book|check|((title)::text <> ''::text)||4.1|",
        find(browser, "title kind:check"));
    assertEquals(
        "order_line_order_id_fkey|order_line|foreign key|order_id"
            + "|customer_order (id) on delete cascade|1.0|",
        find(browser, "table:order_line customer_order"));
    assertEquals("", find(browser, "nothing_of_that_name"));
    assertEquals(
        "0 of",
        browser.run("document.querySelector('[data-list] .meta').innerText").substring(0, 4));
    assertEquals(List.of(), browser.errors());
  }

  @Test
  void allTriggersAndPoliciesAreThereWithWhatTheyRun(Browser browser) throws Exception {
    Path site = Bookshop.site();
    browser.open(site, "tables.html");
    browser.click("main a[href='triggers.html']");
    browser.waitFor("document.querySelector('.sorts tbody tr')");
    linksHold(browser, site);
    assertEquals(
        """
        book_touch|book|trigger|BEFORE UPDATE FOR EACH ROW||touch_updated_at()|1.1|
        support_ticket_mine_or_free|crm.support_ticket|policy|FOR ALL|shop_support|USING\
         ((assigned_to IS NULL) OR (assigned_to = CURRENT_USER)) WITH CHECK (assigned_to = CURRENT_USER)|5.0|""",
        find(browser, "kind:trigger book_") + "\n" + find(browser, "shop_support free"));
    find(browser, "touch_updated");
    browser.click(".sorts tbody td:nth-child(6) a");
    browser.waitFor("location.href.includes('/routines/public.touch_updated_at')");
    assertEquals(List.of(), browser.errors());
  }

  /** A server's message of refusal names a constraint, and nothing else. */
  @Test
  void searchKnowsConstraintsTriggersAndPoliciesByName(Browser browser) {
    assertEquals(
        "unique|book_isbn_key|table book|tables/public.book.html#con-book_isbn_key",
        first(browser, "book_isbn_key"));
    assertEquals(
        "trigger|book_touch|table book|tables/public.book.html#trg-book_touch",
        first(browser, "book touch"));
    assertEquals(
        "policy|support_ticket_mine_or_free|table crm.support_ticket"
            + "|tables/crm.support_ticket.html#pol-support_ticket_mine_or_free",
        first(browser, "policy:mine_or"));
    assertEquals(
        "check|email_has_an_at|domain email|types/public.email.html#con-email_has_an_at",
        first(browser, "email_has_an_at"));
    browser.keys("Enter");
    browser.waitFor("location.href.endsWith('types/public.email.html#con-email_has_an_at')");
    assertEquals(List.of(), browser.errors());
  }

  /** The first that search finds. */
  private static String first(Browser browser, String query) {
    browser.open(Bookshop.site(), "index.html");
    browser.keys("/", query);
    browser.waitFor("document.querySelector('.hits a')");
    return browser.run(
        "[...document.querySelector('.hits a').children].map(c => c.textContent).join('|')"
            + " + '|' + document.querySelector('.hits a').getAttribute('href')");
  }

  @Test
  void oddNamesHaveTheirAddressesAndWhatCameBackIsAsNewAsItIs(Browser browser) throws Exception {
    put("annals.yml", "title: Odd\nreleases: { from: migrations }\n");
    put(
        "migrations/V1__a.sql",
        """
        CREATE TABLE "Order Line" (id int PRIMARY KEY, "Unit Price" numeric, note text, old text,
          parent int CONSTRAINT "To Parent" REFERENCES "Order Line", span int4range,
          CONSTRAINT "Odd Name" UNIQUE ("Unit Price"), CONSTRAINT positive CHECK ("Unit Price" > 0),
          CONSTRAINT no_overlap EXCLUDE USING gist (span WITH &&));
        CREATE STATISTICS "Both of" ON parent, id FROM "Order Line";
        CREATE FUNCTION "Note"() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TRIGGER "On Edit" AFTER INSERT OR UPDATE OF "Unit Price" ON "Order Line"
          FOR EACH ROW WHEN (NEW.id > 0) EXECUTE FUNCTION "Note"('a', 'b');
        CREATE RULE keep AS ON DELETE TO "Order Line" WHERE OLD.id = 1 DO INSTEAD NOTHING;
        CREATE POLICY "New ones" ON "Order Line" AS RESTRICTIVE FOR INSERT WITH CHECK (id > 9);
        CREATE UNIQUE INDEX "By Parent" ON "Order Line" (parent, id) WHERE parent > 0;
        CREATE VIEW cheap AS SELECT id AS "Id" FROM "Order Line" WHERE "Unit Price" < 1;
        """);
    put("migrations/V2__b.sql", "ALTER TABLE \"Order Line\" DROP COLUMN note, DROP COLUMN old;");
    put("migrations/V3__c.sql", "ALTER TABLE \"Order Line\" ADD note varchar(9) DEFAULT '=1+1';");
    put(
        "migrations/V4__d.sql",
        """
        ALTER TABLE "Order Line" ALTER note TYPE varchar(99);
        ALTER TABLE "Order Line" DISABLE TRIGGER "On Edit";
        CREATE INDEX "By Span" ON "Order Line" USING gist (span);
        """);
    Path site = build();
    String data = Files.readString(site.resolve("assets/history-data.js"));
    assertFalse(data.matches("(?s).*(columns|expression|definition|predicate) .*"), data);
    open(browser, site, "columns.html");
    linksHold(browser, site);
    assertEquals(
        """
        Id|cheap|integer|null|||1||
        Unit Price|Order Line|numeric|null||UQ|1||
        id|Order Line|integer|||PK|1||
        note|Order Line|character varying(99)|null|'=1+1'||3|4|
        parent|Order Line|integer|null||FK → Order Line.id|1||
        span|Order Line|int4range|null|||1||""",
        rows(browser));
    open(browser, site, "constraints.html");
    linksHold(browser, site);
    assertEquals(
        """
        Both of|Order Line|statistics|ON id, parent||1|
        By Parent|Order Line|unique index|parent, id where (parent > 0)||1|
        By Span|Order Line|index|span; method gist||4|
        Odd Name|Order Line|unique|Unit Price||1|
        Order Line_pkey|Order Line|primary key|id||1|
        To Parent|Order Line|foreign key|parent|Order Line (id)|1|
        no_overlap|Order Line|exclusion|EXCLUDE USING gist (span WITH &&)||1|
        positive|Order Line|check|("Unit Price" > (0)::numeric)||1|""",
        rows(browser));
    open(browser, site, "triggers.html");
    linksHold(browser, site);
    assertEquals(
        """
        New ones|Order Line|policy|FOR INSERT, restrictive|public|WITH CHECK (id > 9)|1|
        On Edit|Order Line|trigger|AFTER INSERT OR UPDATE OF "Unit Price" FOR EACH ROW\
         WHEN ((new.id > 0)), disabled||Note() with 'a', 'b'|1|4
        keep|Order Line|rewrite rule|ON DELETE||WHERE (old.id = 1) DO INSTEAD NOTHING|1|""",
        rows(browser));
    browser.click("main tbody tr:nth-child(2) a");
    browser.waitFor("document.querySelector(':target')");
    String told =
        browser.run("document.querySelector(':target').textContent.replace(/\\s+/g, ' ')");
    assertTrue(told.contains("On EditAFTER INSERT OR UPDATE OF"), told);
    browser.open(site, "compare.html#3..4");
    browser.waitFor("document.querySelector('.changes .inner')");
    assertTrue(
        browser
            .run("document.querySelector('.changes .inner').innerText")
            .contains("WHEN ((new.id > 0)), disabled Note() with 'a', 'b'"),
        () -> browser.run("document.querySelector('.changes').innerText"));
    assertEquals(List.of(), browser.errors());
  }

  @Test
  void aLongListIsDrawnPieceByPieceAndFoundInAsAWhole(Browser browser) throws Exception {
    put("annals.yml", "title: Wide\n");
    put(
        "migrations/V1__a.sql",
        """
        DO $$ BEGIN FOR t IN 1..12 LOOP EXECUTE 'CREATE TABLE t' || t || ' ('
          || (SELECT string_agg('c' || c || ' int', ', ') FROM generate_series(1, 100) c) || ')';
        END LOOP; END $$;
        COMMENT ON COLUMN t7.c77 IS 'The odd one.';
        """);
    open(browser, build(), "columns.html");
    String drawn = "document.querySelectorAll('.sorts tbody tr').length";
    browser.waitFor(drawn + " === 300");
    String count = "document.querySelector('[data-list] .meta').innerText";
    assertEquals("1,200 columns, the first 300 are shown", browser.run(count));
    browser.waitFor("document.querySelector('.sorts').innerText.includes('Comment')");
    assertEquals("c99|t12|integer|null|||", find(browser, "t12 c99"));
    find(browser, "odd");
    browser.waitFor("document.querySelector('.sorts tbody').innerText.includes('The odd one.')");
    browser.click(".sorts th:nth-child(2) .sort");
    browser.run("document.querySelector('#list-filter').value = ''");
    browser.run("document.querySelector('#list-filter').dispatchEvent(new Event('input'))");
    browser.waitFor(drawn + " === 300");
    browser.click("[data-list] > button");
    assertTrue(browser.is("document.activeElement.closest('tr').rowIndex === 301"));
    browser.waitFor(drawn + " === 1200");
    assertEquals(1200, rows(browser).lines().distinct().count());
    assertEquals(
        "t12", browser.run("document.querySelector('.sorts tbody').lastChild.cells[1].innerText"));
    assertEquals("1,200 columns", browser.run(count));
    assertEquals(List.of(), browser.errors());
  }

  @Test
  void whereNoScriptRunsThePageNamesOtherPlaces(Browser browser) {
    browser.send("Emulation.setScriptExecutionDisabled", "value", true);
    try {
      for (String page : List.of("columns.html", "constraints.html", "triggers.html")) {
        browser.open(Bookshop.site(), page);
        assertTrue(browser.is("!!document.querySelector('.empty a[href=\"tables.html\"]')"), page);
      }
    } finally {
      browser.send("Emulation.setScriptExecutionDisabled", "value", false);
    }
  }

  private Path build() {
    return OwnSite.of(project);
  }

  private void put(String path, String text) throws Exception {
    Path file = project.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
