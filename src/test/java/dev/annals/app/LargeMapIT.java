package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The picture of more tables than a screen can hold: a map at first, with time on it. */
@ExtendWith(Browsing.class)
class LargeMapIT {

  @TempDir static Path temp;

  private static Path site;

  @BeforeAll
  static void build() throws Exception {
    Path project = temp.resolve("large");
    Files.createDirectories(project.resolve("migrations"));
    StringBuilder sql = new StringBuilder();
    for (String area : List.of("billing", "catalogue", "sales", "stock")) {
      sql.append("CREATE TABLE own.%s_root (id int PRIMARY KEY);\n".formatted(area));
      for (int i = 0; i < 102; i++) {
        sql.append(
            "CREATE TABLE own.%1$s_%2$d (id int PRIMARY KEY, root_id int REFERENCES own.%1$s_root);\n"
                .formatted(area, i));
      }
    }
    sql.append("CREATE TABLE own.stock_hub (id int PRIMARY KEY);\n");
    for (int i = 0; i < 58; i++) {
      sql.append(
          "ALTER TABLE own.stock_%d ADD COLUMN hub_id int REFERENCES own.stock_hub;\n"
              .formatted(i));
    }
    sql.append("CREATE TABLE own.alone (id int PRIMARY KEY);\n");
    sql.append(
        "ALTER TABLE own.sales_1 ADD COLUMN kept_id int REFERENCES own.stock_root, ADD COLUMN bill_id"
            + " int REFERENCES own.billing_2;\n");
    Files.writeString(
        project.resolve("migrations/V1__all.sql"),
        "-- All goods go over stock_hub.\nCREATE SCHEMA own;\n" + sql);
    Files.writeString(
        project.resolve("migrations/V2__less.sql"),
        "DROP TABLE own.sales_7;\nALTER TABLE own.stock_3 ADD COLUMN note text;\nCREATE TABLE own.billing_new (id int PRIMARY KEY);\n");
    Files.writeString(
        project.resolve("migrations/V3__calm.sql"),
        "ALTER TABLE own.stock_4 ADD COLUMN note text;\n");
    site = temp.resolve("site");
    new BuildSite(
            new BuildRequest(project, project.resolve("annals.yml"), site, true, false, Map.of()),
            Progress.SILENT)
        .run();
  }

  @Test
  void whereNobodyHasWrittenWhyTheColumnsAreOnTheFirstScreen(Browser browser) {
    browser.size(1440, 900);
    browser.open(site, "tables/own.stock_hub.html");
    assertTrue(
        browser.is("document.querySelector('.cols tbody tr').getBoundingClientRect().bottom < 900"),
        "a column is in sight");
    String names =
        "[...document.querySelectorAll('.tree details[open] > summary')].map(s => s.firstChild.data.trim()).join()";
    assertEquals("stock", browser.run(names), "the table's own area is open");
    assertTrue(
        browser.is(
            "(r => r.top > 56 && r.bottom < 900)(document.querySelector('.tree [aria-current]').getBoundingClientRect())"),
        "and the table is in sight there");
    browser.click(".tree details:first-of-type > summary");
    browser.open(site, "tables/own.sales_3.html");
    assertEquals("billing,sales", browser.run(names), "what a reader opens stays open, no more");
  }

  @Test
  void aLargePictureIsAMapWithTime(Browser browser) throws Exception {
    browser.size(1280, 800);

    // the page has all of it as text, of which a map needs frames and names of areas; others get it
    // as it is
    browser.send("Emulation.setScriptExecutionDisabled", "value", true);
    browser.open(site, "diagram.html");
    String parts =
        "[...document.querySelectorAll('.canvas a, .canvas [data-ends], .canvas a text')].length";
    assertTrue(browser.is(parts + " > 1500"), "without scripts there is a part of the picture");
    browser.send("Emulation.setScriptExecutionDisabled", "value", false);
    browser.open(site, "diagram.html");
    browser.waitFor("document.querySelector('.er.far')");
    assertEquals("414", browser.run(parts), "a map is made of more than its frames");
    browser.click(".tools button[title^='Find']");
    browser.waitFor("document.querySelector('.panel li')");
    assertTrue(browser.is("document.querySelector('.er.far:not(.part)')"), "it is no longer a map");
    browser.keys("hub_id");
    browser.waitFor("document.querySelectorAll('.panel li:not([hidden])').length === 59");
    browser.open(site, "index.html");
    browser.open(site, "diagram.html#?select=own.stock_hub");
    browser.waitFor("document.querySelectorAll('.er-edge.near').length === 58");

    browser.open(site, "index.html");
    browser.open(site, "diagram.html");
    browser.waitFor("document.querySelector('.er.far')");
    String names =
        "[...document.querySelectorAll('.er-area-name')].map(t => t.textContent).sort().join()";
    assertEquals("billing,catalogue,other,sales,stock", browser.run(names));
    assertEquals(
        "",
        browser.run(
            """
            (sheet => [...document.querySelectorAll('.er-area-name')].filter(t => { const r = t.getBoundingClientRect();
              return r.left < sheet.left - 1 || r.right > sheet.right + 1 }).map(t => t.textContent).join()
            )(document.querySelector('svg.er').getBoundingClientRect())
            """),
        "cut at the edge of the sheet");
    assertTrue(
        browser.is(
            "[...document.querySelectorAll('.er-area-name')].every(t => t.getBoundingClientRect().height > 9)"),
        "names of areas are too small to read");

    browser.click(".tools button[title^='Turn back']");
    browser.waitFor("document.activeElement.matches('.time input')");
    browser.keys("ArrowLeft");
    browser.waitFor("document.querySelector('.said strong').innerText === '2'");
    String box =
        "document.querySelector('.er-box[data-table=\"own.%s\"]').classList.contains('er-%s')";
    assertTrue(browser.is(box.formatted("sales_7", "removed")));
    assertTrue(browser.is(box.formatted("stock_3", "changed")));
    assertTrue(browser.is(box.formatted("billing_new", "added")));
    assertEquals(
        "",
        browser.run(
            "document.querySelector('.er-box[data-table=\"own.stock_4\"]').getAttribute('class').replace('er-box', '').trim()"));
    assertTrue(browser.run(names).contains(" +1"), browser.run(names));
    assertTrue(browser.run(names).contains("gone since"), browser.run(names));

    browser.click(".time .words summary");
    browser.click(".words li.removed button");
    browser.waitFor("document.activeElement.dataset.table === 'own.sales_7'");
    assertTrue(browser.is("!document.querySelector('.er.far')"));
    browser.click(".tools button[title^='Turn back']");
    browser.waitFor("!document.querySelector('[data-table=\"own.sales_7\"]')");

    browser.run("document.querySelector('.tools button[title^=Fit]').click()");
    browser.waitFor("document.querySelector('.er.far')");
    browser.run(
        "[...document.querySelectorAll('.er-area-name')].find(t => t.dataset.name === 'stock').focus()");
    browser.keys("Enter");
    browser.waitFor("(document.activeElement.dataset.table || '').startsWith('own.stock_')");
    assertTrue(
        browser.is(
            "document.activeElement.querySelector('.er-name').firstChild.data.startsWith('stock_')"),
        "the one schema is said");

    // lines to other areas are drawn while somebody looks at one of their tables
    String lines = "document.querySelectorAll('.er-far').length + ' ' + ";
    String lit =
        "[...document.querySelectorAll('.er-box.near')].map(b => b.dataset.table).sort().join()";
    browser.run("document.querySelector('[data-table=\"own.sales_1\"]').focus()");
    assertEquals(
        "2 own.billing_2,own.sales_1,own.sales_root,own.stock_root", browser.run(lines + lit));
    assertEquals(
        "bill_id,kept_id,root_id",
        browser.run(
            "[...document.activeElement.querySelectorAll('.er-col.join')].map(c => c.textContent).sort().join()"));
    browser.run("document.querySelector('[data-table=\"own.billing_2\"]').focus()");
    assertEquals("1 own.billing_2,own.billing_root,own.sales_1", browser.run(lines + lit));
    browser.run("document.activeElement.blur()");
    assertEquals("0", browser.run("document.querySelectorAll('.er-far').length + ''"));

    // what is moved stays so while time is turned back, and after
    String moved =
        "document.querySelector('[data-table=\"own.stock_0\"]').getAttribute('transform')";
    browser.run("document.querySelector('[data-table=\"own.stock_0\"]').focus()");
    String drawn = browser.run(moved);
    browser.keys("Alt+ArrowRight", "Alt+ArrowRight", "Alt+ArrowDown");
    String there = browser.run(moved);
    assertTrue(
        !there.equals(drawn) && browser.run("location.hash").contains("move=own.stock_0:20:10"),
        there);
    browser.click(".tools button[title^='Turn back']");
    browser.waitFor("document.querySelector('.said strong')?.innerText === '3'");
    assertEquals(there, browser.run(moved));
    browser.click(".tools button[title^='Turn back']");
    browser.waitFor("!document.querySelector('.said')");
    assertEquals(there, browser.run(moved));
    browser.click(".tools button[title^='Put tables']");
    assertEquals(drawn, browser.run(moved));

    // nor is the sheet cut for good where time is turned back with a part of it
    String sheet = "document.querySelector('svg.er').getAttribute('viewBox')";
    String whole = browser.run(sheet);
    browser.click(".tools button[title='True size']");
    browser.run("document.querySelector('[data-table=\"own.stock_0\"]').focus()");
    browser.keys("i");
    assertFalse(whole.equals(browser.run(sheet)));
    browser.click(".tools button[title^='Turn back']");
    browser.waitFor("document.querySelector('.said strong')");
    browser.click(".tools button[title^='Turn back']");
    browser.waitFor("!document.querySelector('.said')");
    browser.click(".tools button[title^='Show all']");
    assertEquals(whole, browser.run(sheet));

    // a large picture of one table is a file of its own that needs no script
    browser.send("Emulation.setScriptExecutionDisabled", "value", true);
    browser.open(site, "tables/own.stock_hub.html");
    assertTrue(browser.is("document.querySelector('.canvas a[href$=\".svg\"] img')"));
    browser.waitFor(
        "document.querySelector('.canvas img').naturalWidth > 0 || !document.querySelector('.canvas img').scrollIntoView()");
    browser.waitFor("document.querySelector('.canvas img').naturalWidth > 0");
    browser.send("Emulation.setScriptExecutionDisabled", "value", false);

    // what a migration of very many tables says is told where it names the table
    browser.open(site, "tables/own.stock_hub.html");
    assertEquals(
        "All goods go over stock_hub.",
        browser.run("document.querySelector('#why blockquote p').innerText"));
    browser.open(site, "tables/own.stock_1.html");
    assertTrue(browser.is("!document.querySelector('#why blockquote')"));

    // lists do not say it either; the page's own title does
    browser.open(site, "a-z.html");
    assertEquals("billing_0", browser.run("document.querySelector('.az a').textContent"));
    browser.click(".az a");
    browser.waitFor(
        "document.title.startsWith('own.billing_0 ') && document.querySelector('.glance')");
    assertEquals("billing_root", browser.run("document.querySelector('.glance a').textContent"));
    assertEquals(List.of(), browser.errors());
  }
}
