package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Ten things that readers come for, each by mouse, by keyboard alone and on a telephone from {@code
 * file://}, and from a server below a folder.
 */
@ExtendWith(Browsing.class)
class TasksIT {

  private static Browser browser;
  private static SiteHost host;

  /** How a reader gets about. */
  enum Way {
    MOUSE,
    KEYS,
    TELEPHONE,
    SERVED
  }

  @BeforeAll
  static void start(Browser lent) throws Exception {
    browser = lent;
    host = SiteHost.of(Bookshop.site());
  }

  @AfterAll
  static void end() {
    if (host != null) {
      host.close();
    }
  }

  private static void open(Way way, String page) {
    browser.size(way == Way.TELEPHONE ? 390 : 1280, way == Way.TELEPHONE ? 844 : 800);
    if (way == Way.SERVED) {
      browser.visit(host.at(page));
    } else {
      browser.open(Bookshop.site(), page);
    }
  }

  private static void at(String end) {
    browser.waitFor("(location.pathname + location.hash).endsWith('" + end + "')");
    browser.waitFor("document.readyState === 'complete'");
  }

  private static String text(String selector) {
    return browser.run("document.querySelector(`" + selector + "`).innerText");
  }

  private static void find(Way way, String query) {
    if (way == Way.KEYS) {
      browser.keys("/");
    } else {
      browser.click(".search-open");
    }
    browser.waitFor("document.querySelector('dialog[open] input')");
    browser.keys(query);
    browser.waitFor("document.querySelector('.hits a[aria-selected=true]')");
    if (way == Way.KEYS) {
      browser.keys("Enter");
    } else {
      browser.click(".hits a[aria-selected=true]");
    }
  }

  private static void follow(Way way, String selector) {
    if (way != Way.KEYS) {
      browser.click(selector);
      return;
    }
    for (int i = 0; i < 400; i++) {
      browser.keys("Tab");
      if (browser.is("document.activeElement.matches(`" + selector + "`)")) {
        assertTrue(
            browser.is("getComputedStyle(document.activeElement).outlineStyle !== 'none'"),
            "the focus cannot be seen on " + selector);
        browser.keys("Enter");
        return;
      }
    }
    throw new AssertionError("no number of Tabs leads to " + selector);
  }

  private static void go(Way way, String page) {
    if (way == Way.TELEPHONE) {
      browser.click(".menu");
    }
    follow(way, ".main-nav a[href$='" + page + "']");
    at(page);
  }

  private static void answered(Way way, String selector, String... answers) {
    String said = text(selector);
    for (String answer : answers) {
      assertTrue(said.contains(answer), way + ": " + said);
    }
    assertTrue(
        browser.is("document.documentElement.scrollWidth <= innerWidth"),
        way + ": the page runs sideways");
    assertEquals(List.of(), browser.errors());
  }

  private static void mark(String list, String words) {
    browser.run(
        "[...document.querySelectorAll('%s')].find(e => e.innerText.includes('%s')).querySelector('a').id = 'wanted'"
            .formatted(list, words));
  }

  @ParameterizedTest
  @EnumSource
  void whichTablesPointAtOrders(Way way) {
    open(way, "index.html");
    find(way, "customer order");
    at("tables/public.customer_order.html");
    answered(way, ".glance", "order_line", "payment", "shipment", "crm.support_ticket");
  }

  @ParameterizedTest
  @EnumSource
  void whenDidEmailBecomeRequiredAndWhy(Way way) {
    open(way, "checks.html");
    find(way, "customer email");
    at("tables/public.customer.html#col-email");
    follow(way, "main p > a[href$='history/public.customer.html']");
    at("history/public.customer.html");
    mark(".lifeline > li", "email becomes NOT NULL");
    follow(way, "#wanted");
    browser.waitFor(
        "document.querySelector('blockquote.why') && document.readyState === 'complete'");
    answered(way, "blockquote.why", "SHOP-");
  }

  @ParameterizedTest
  @EnumSource
  void whatBrokeInTwo(Way way) {
    open(way, "tables/public.book.html");
    go(way, "releases/index.html");
    follow(way, "main a[href='2.0.html']");
    at("releases/2.0.html");
    answered(way, "#breaking + ol", "book.stock_count", "customer_address", "tracking_code");
  }

  @ParameterizedTest
  @EnumSource
  void whichEnumHoldsReturned(Way way) {
    open(way, "rules/index.html");
    find(way, "returned");
    at("types/public.order_status.html#val-returned");
    answered(way, "#val-returned", "returned");
  }

  @ParameterizedTest
  @EnumSource
  void whenDidStockCountGo(Way way) {
    open(way, "index.html");
    find(way, "table:book");
    at("tables/public.book.html");
    follow(way, "main p > a[href$='history/public.book.html']");
    at("history/public.book.html");
    assertEquals(
        "2.0",
        browser.run(
            """
            (() => { const row = [...document.querySelectorAll('.matrix tbody tr')].find(r => r.innerText.startsWith('stock_count'));
              const i = [...row.cells].findIndex(c => c.className === 'removed');
              return document.querySelectorAll('.matrix thead th')[i].innerText })()"""));
    answered(way, "h1", "book");
  }

  @ParameterizedTest
  @EnumSource
  void whichLineMadeOrderIdsBig(Way way) {
    open(way, "index.html");
    find(way, "order ids to bigint");
    at("migrations/43.html");
    browser.run(
        "[...document.querySelectorAll('.changes > li')].find(e => e.innerText.includes('customer_order.id changes')).querySelector('a[href^=\"#L\"]').id = 'wanted'");
    follow(way, "#wanted");
    at("#L8");
    answered(way, "#L8", "ALTER TABLE customer_order ALTER COLUMN id TYPE bigint");
    browser.waitFor(
        "(b => b.top >= 0 && b.bottom <= innerHeight)(document.querySelector('#L8').getBoundingClientRect())");
  }

  @ParameterizedTest
  @EnumSource
  void whatReadsTheStock(Way way) {
    open(way, "environments.html");
    find(way, "stock item");
    at("tables/warehouse.stock_item.html");
    answered(way, ".glance", "available_quantity(integer)");
    follow(way, ".glance a[href*='available_quantity']");
    browser.waitFor(
        "location.pathname.includes('/routines/') && document.readyState === 'complete'");
    answered(way, "h1", "available_quantity");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsBetweenFiveAndSix(Way way) {
    open(way, "releases/6.0.html");
    follow(way, "main a[href*='compare.html']");
    browser.waitFor("document.querySelector('[data-result] h2')");
    assertEquals("5.0..6.0", browser.run("location.hash.slice(1) || '5.0..6.0'"));
    answered(way, "[data-result]", "Breaking, on the way", "book");
    follow(way, "[data-swap]");
    browser.waitFor("location.hash === '#6.0..5.0'");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsAroundSuppliersToShowAColleague(Way way) {
    open(way, "index.html");
    go(way, "diagram.html");
    follow(way, ".tools button[title^='Find']");
    browser.keys("supplier");
    browser.waitFor("document.querySelectorAll('.panel li:not([hidden])').length === 2");
    follow(way, ".panel button[aria-label^='Only warehouse.supplier ']");
    String shown = "[...document.querySelectorAll('.er-box:not(.off)')].map(b => b.dataset.table)";
    browser.waitFor(shown + ".length === 2");
    String address = browser.run("location.hash");
    open(way, "index.html");
    open(way, "diagram.html" + address);
    browser.waitFor(shown + ".length === 2");
    assertEquals(
        "warehouse.purchase_order,warehouse.supplier", browser.run(shown + ".sort().join()"));
    answered(way, "h1", "Diagram");
  }

  @ParameterizedTest
  @EnumSource
  void whatShouldBeMendedAndHow(Way way) {
    open(way, "index.html");
    go(way, "checks.html");
    follow(way, "main a[href$='rules/foreign-key-without-index.html']");
    at("rules/foreign-key-without-index.html");
    answered(way, "main", "Instead", "CREATE INDEX CONCURRENTLY");
  }
}
