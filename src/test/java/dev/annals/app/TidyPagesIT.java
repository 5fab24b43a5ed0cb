package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What pages leave out, where their words may be parted, and what they say on a telephone. */
@ExtendWith(Browsing.class)
class TidyPagesIT {

  @TempDir Path project;

  private Path site;

  @BeforeEach
  void site() throws IOException {
    write(
        "migrations/V1__orders.sql",
        "CREATE TABLE orders (id int PRIMARY KEY, note text DEFAULT '');"
            + " CREATE TABLE refund (id int PRIMARY KEY); COMMENT ON COLUMN refund.id IS 'Ours.';"
            + " CREATE VIEW noted AS SELECT id, note FROM orders;"
            + " CREATE INDEX orders_by_what_their_notes_say ON orders (note);");
    write("migrations/V2__said.sql", "COMMENT ON TABLE orders IS 'What was ordered.';");
    write("annals.yml", "title: Shop\n");
    site = OwnSite.of(project);
  }

  private void write(String path, String text) throws IOException {
    Path file = project.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Document page(String path) throws IOException {
    return Jsoup.parse(Files.readString(site.resolve(path)));
  }

  private List<String> heads(String path) throws IOException {
    return page(path).select("[aria-label=Columns] thead th").eachText();
  }

  @Test
  void aColumnThatWereEmptyIsLeftOut() throws IOException {
    assertEquals(List.of("Name", "Type"), heads("views/public.noted.html"));
    assertEquals(List.of("Name", "Type", "Default"), heads("tables/public.orders.html"));
    assertEquals(List.of("Name", "Type", "Note"), heads("tables/public.refund.html"));
  }

  @Test
  void aLongNameIsPartedAtItsMarks() throws IOException {
    write(
        "migrations/V3__gone.sql",
        "ALTER INDEX orders_by_what_their_notes_say RENAME TO orders_note;");
    site = OwnSite.of(project);
    String told = page("tables/public.orders.html").select(".lifeline").html();
    assertTrue(told.contains("orders_<wbr>by_<wbr>what_<wbr>their_<wbr>notes_<wbr>say"), told);
  }

  @Test
  void onATelephoneEachCellSaysWhatItIs(Browser browser) {
    browser.size(390, 844);
    browser.open(site, "tables.html");
    assertEquals("\"Area \"", before(browser, ".tables tbody td"));
    browser.open(site, "tables/public.refund.html");
    assertEquals("none", before(browser, ".cols tbody td:last-child"), "a note is no default");
    browser.open(site, "tables/public.orders.html");
    assertEquals("\"default \"", before(browser, ".cols tr:last-child td:last-child"));
  }

  private static String before(Browser browser, String selector) {
    return browser.run(
        "getComputedStyle(document.querySelector('" + selector + "'), '::before').content");
  }

  @Test
  void comparisonSaysThatItLeavesCommentsOut(Browser browser) {
    browser.size(1280, 800);
    browser.open(site, "compare.html");
    browser.waitFor("document.querySelector('[data-result] .lead')");
    String told = browser.run("document.querySelector('[data-result]').innerText");
    assertTrue(told.startsWith("The same; comments are not compared here. Schema "), told);
  }
}
