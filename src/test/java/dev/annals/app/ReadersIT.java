package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people come for, done as they do it: by mouse, by keyboard alone, and on a telephone. */
@ExtendWith(Browsing.class)
class ReadersIT {

  private static final String KEEP_WHAT_IS_SAVED =
      "window.saved = []; window.named = []; URL.createObjectURL = b => (b.text().then(t => saved.push(t)), '#');"
          + " HTMLAnchorElement.prototype.click = function () { named.push(this.download) }";

  private static Browser browser;

  @BeforeAll
  static void start(Browser lent) {
    browser = lent;
  }

  @BeforeEach
  void desk() {
    browser.size(1280, 800);
  }

  private static void open(String page) {
    browser.open(Bookshop.site(), page);
  }

  private static void at(String end) {
    browser.waitFor("(location.pathname + location.hash).endsWith('" + end + "')");
    browser.waitFor("document.readyState === 'complete'");
  }

  private static String text(String selector) {
    return browser.run("document.querySelector(`" + selector + "`).innerText");
  }

  /** Search by keyboard alone; the best hit is taken. */
  private static void search(String query) {
    browser.keys("/", query);
    browser.waitFor("document.querySelector('.hits a[aria-selected=true]')");
  }

  /** What a reader has asked of moving things. */
  private static void calm(String wanted) {
    browser.send(
        "Emulation.setEmulatedMedia",
        "features",
        List.of(Map.of("name", "prefers-reduced-motion", "value", wanted)));
  }

  private static void tabTo(String selector) {
    for (int i = 0; i < 300; i++) {
      browser.keys("Tab");
      if (browser.is("document.activeElement.matches(`" + selector + "`)")) {
        assertTrue(
            browser.is("getComputedStyle(document.activeElement).outlineStyle !== 'none'"),
            "the focus cannot be seen on " + selector);
        return;
      }
    }
    throw new AssertionError("no number of Tabs leads to " + selector);
  }

  @Test
  void whichTablesPointAtOrders() {
    open("index.html");
    search("customer order");
    browser.keys("Enter");
    at("tables/public.customer_order.html");
    String glance = text(".glance");
    for (String table : List.of("order_line", "payment", "shipment")) {
      assertTrue(glance.contains(table), glance);
    }
    assertTrue(
        browser.is("document.querySelector('.glance').getBoundingClientRect().top < 500"),
        "not on the first screen");
  }

  @Test
  void whenDidEmailBecomeRequiredAndWhy() {
    open("releases/index.html");
    search("customer email");
    browser.keys("Enter");
    at("tables/public.customer.html#col-email");
    tabTo("#col-email td small a");
    browser.keys("Enter");
    browser.waitFor("location.pathname.includes('/migrations/')");
    open("history/public.customer.html");
    String history = text(".lifeline");
    assertTrue(history.contains("Column customer.email becomes NOT NULL"), history);
    browser.run(
        "[...document.querySelectorAll('.lifeline > li')].find(li => li.innerText.includes('email becomes NOT NULL')).querySelector('a').focus()");
    browser.keys("Enter");
    browser.waitFor("document.querySelector('blockquote.why')");
    assertTrue(text("blockquote.why").contains("SHOP-"), text("blockquote.why"));
  }

  @Test
  void whatBrokeInTwoOnATelephone() {
    browser.size(390, 844);
    open("tables/public.book.html");
    browser.click(".menu");
    browser.click(".main-nav a[href$='releases/index.html']");
    at("releases/index.html");
    browser.click("a[href='2.0.html']");
    at("releases/2.0.html");
    assertTrue(browser.is("document.querySelectorAll('#breaking + ol > li').length === 3"));
    assertTrue(
        browser.is("document.documentElement.scrollWidth <= innerWidth"), "the page runs sideways");
  }

  @Test
  void whichEnumHoldsReturned() {
    open("checks.html");
    browser.keys("Control+k");
    browser.waitFor("document.querySelector('dialog[open]')");
    browser.keys("returned");
    browser.waitFor("document.querySelector('.hits a[aria-selected=true]')");
    assertEquals("order_status.returned", text(".hits a[aria-selected=true] code"));
    browser.keys("Enter");
    at("types/public.order_status.html#val-returned");
  }

  @Test
  void aPictureIsCutDownAndShared() {
    open("diagram.html");
    browser.click(".tools button[title^='Find']");
    browser.keys("supplier");
    browser.waitFor("document.querySelectorAll('.panel li:not([hidden])').length === 2");
    browser.click(".panel button[aria-label^='Only warehouse.supplier ']");
    String shown = "[...document.querySelectorAll('.er-box:not(.off)')].map(b => b.dataset.table)";
    browser.waitFor(shown + ".length === 2");
    String address = browser.run("location.hash");
    open("index.html");
    open("diagram.html" + address);
    browser.waitFor(shown + ".length === 2");
    assertEquals(
        "warehouse.purchase_order,warehouse.supplier", browser.run(shown + ".sort().join()"));
    browser.run("document.querySelector('.er-box:not(.off)').focus()");
    browser.keys("Escape");
    browser.waitFor(shown + ".length > 30");
  }

  @Test
  void whatWasChosenInAPictureStaysLit() {
    open("diagram.html");
    browser.waitFor("document.querySelector('.er-box[data-table] .er-col')");
    String lit = "[...document.querySelectorAll('.er.dim .er-box.near')].map(b => b.dataset.table)";
    String chosen = "document.querySelector('.chosen')?.dataset.table ?? ''";
    String table = ".er-box[data-table='warehouse.supplier']";
    // beside the name, by mouse: it stays when the pointer goes, and the page is still the diagram
    browser.click(table + " .er-col");
    browser.mouse("mouseMoved", 5, 5);
    assertEquals("warehouse.supplier", browser.run(chosen));
    assertEquals(
        "warehouse.purchase_order,warehouse.supplier", browser.run(lit + ".sort().join()"));
    assertEquals("#?select=warehouse.supplier", browser.run("location.hash"));
    // lit are the columns that join them, and dots run to what is referred to
    String joined = "[...document.querySelectorAll('.er-col.join')].map(c => c.textContent).join()";
    assertEquals("supplier_id,id", browser.run(joined));
    String dots = "document.querySelectorAll('.er-dots')";
    assertEquals(
        "1 run inline",
        browser.run(
            "(d => d.length + ' ' + getComputedStyle(d[0]).animationName + ' '"
                + " + getComputedStyle(d[0]).display)(%s)".formatted(dots)));
    assertTrue(
        browser.is(
            """
            (path => { const at = l => path.getPointAtLength(l).matrixTransform(path.getScreenCTM()).x;
              const side = n => document.querySelector(`[data-table='warehouse.${n}']`).getBoundingClientRect();
              const near = (x, r) => Math.min(Math.abs(x - r.left), Math.abs(x - r.right)) < 3;
              return near(at(0), side('supplier')) && near(at(path.getTotalLength()), side('purchase_order')) })(%s[0])
            """
                .formatted(dots)));
    calm("reduce");
    assertEquals("none", browser.run("getComputedStyle(%s[0]).display".formatted(dots)));
    calm("no-preference");
    open("index.html");
    open("diagram.html#?select=warehouse.supplier");
    browser.waitFor(lit + ".length === 2");
    // by keyboard: let go, take another, let go by Escape
    browser.run("document.querySelector(`" + table + "`).focus()");
    browser.keys("s");
    assertEquals("", browser.run(chosen));
    assertEquals("", browser.run("location.hash"));
    browser.keys("s", "Tab");
    assertEquals("warehouse.supplier", browser.run(chosen));
    assertTrue(browser.is("document.querySelector('.chosen[aria-current]')"));
    browser.keys("Escape", "Tab");
    browser.run("document.activeElement.blur()");
    assertEquals("", browser.run(chosen) + browser.run(lit + ".join()"));
    assertEquals("0", browser.run(joined + " + " + dots + ".length"));
    // a line: its two ends; the empty sheet lets it go
    String line = "document.querySelector('.er-edge[data-from=\"warehouse.purchase_order\"]')";
    String at =
        """
        (() => { const p = %s.querySelector('path'), c = document.querySelector('.canvas');
          const middle = () => p.getPointAtLength(p.getTotalLength() / 2).matrixTransform(p.getScreenCTM());
          c.scrollIntoView({block: 'center', behavior: 'instant'});
          const r = c.getBoundingClientRect();
          c.scrollBy(middle().x - r.x - r.width / 2, middle().y - r.y - r.height / 2);
          return (middle().x + 1.5) + ' ' + (middle().y + 1.5) })()
        """
            .formatted(line);
    press(browser.run(at));
    assertEquals(
        "2 1",
        browser.run(
            lit + ".length + ' ' + document.querySelectorAll('.dim .er-edge.near').length"));
    assertTrue(browser.run("location.hash").startsWith("#?select=warehouse.purchase_order."));
    press(
        browser.run(
            "(r => (r.x + 4) + ' ' + (r.y + 4))(document.querySelector('.canvas').getBoundingClientRect())"));
    assertEquals("", browser.run("location.hash") + browser.run(lit + ".join()"));
    // the name is a link as ever; so is a table that was chosen
    browser.click(table + " .er-name");
    at("tables/warehouse.supplier.html");
    open("diagram.html#?select=warehouse.supplier");
    browser.waitFor(lit + ".length === 2");
    browser.click(table + " .er-col");
    at("tables/warehouse.supplier.html");
    assertEquals(List.of(), browser.errors());
  }

  private static void press(String place) {
    String[] at = place.split(" ");
    browser.press(Double.parseDouble(at[0]), Double.parseDouble(at[1]));
  }

  @Test
  void listsAreSortedByWhatHeadsAColumn() {
    open("migrations/index.html");
    String rows = "[...document.querySelectorAll('tbody tr')].map(r => r.cells[0].textContent)";
    String sorted = "document.querySelector('th:first-child').getAttribute('aria-sort') ?? ''";
    String before = browser.run(rows + ".join()");
    tabTo(".sort");
    browser.keys("Enter");
    assertEquals("ascending", browser.run(sorted));
    assertEquals("1,2,3", browser.run(rows + ".slice(0, 3).join()"));
    assertEquals("9,10,11", browser.run(rows + ".slice(8, 11).join()"));
    browser.keys("Enter");
    assertEquals("descending", browser.run(sorted));
    assertEquals("2,1", browser.run(rows + ".slice(-2).join()"));
    browser.keys("Enter");
    assertEquals("", browser.run(sorted));
    assertEquals(before, browser.run(rows + ".join()"));
    open("coverage.html");
    browser.click("th:nth-child(3) .sort");
    browser.click("th:nth-child(3) .sort");
    String told =
        "[...document.querySelectorAll('tbody tr')].map(r => parseInt(r.cells[2].textContent))";
    assertTrue(
        browser.is("(n => n[0] > 9 && n.every((v, i) => !i || n[i - 1] >= v))(" + told + ")"));
    // which tables others hang on most: the list of all, from any page
    open("migrations/43.html");
    browser.click(".main-nav a[href$='tables.html']");
    at("tables.html");
    browser.click("th:nth-child(5) .sort");
    browser.click("th:nth-child(5) .sort");
    assertEquals(
        "book,customer",
        browser.run(
            "[...document.querySelectorAll('tbody th')].slice(0, 2).map(c => c.textContent).sort().join()"));
    // on a narrow screen rows are cards, and what heads them shows itself to the keyboard
    browser.size(390, 844);
    open("tables/public.book.html");
    tabTo(".cols .sort");
    assertTrue(browser.is("document.activeElement.getBoundingClientRect().width > 20"));
    assertTrue(browser.is("document.activeElement.closest('thead').offsetHeight > 20"));
    assertEquals(List.of(), browser.errors());
  }

  /** What is in a list, in its order, as spreadsheets want it, and no formula among it. */
  @Test
  void listsAreSavedAsTheyAreShown() {
    open("coverage.html");
    browser.run(KEEP_WHAT_IS_SAVED);
    browser.click("th:nth-child(1) .sort");
    browser.click("th:nth-child(1) .sort");
    String rows = "[...document.querySelectorAll('tbody tr')]";
    browser.run(
        "[['=1+1', '@SUM(A1)', '-5'], ['a \"b\", c', '-x', '+49 30']].forEach((t, i) => t.forEach((v, n) => "
            + rows
            + "[i].cells[n].textContent = v))");
    browser.run(rows + "[2].hidden = true");
    int count = Integer.parseInt(browser.run("String(" + rows + ".length)"));
    tabTo("button[aria-label='Save as CSV: Table by table']");
    browser.keys("Enter");
    browser.waitFor("saved.length === 1");
    assertEquals("coverage-table-by-table.csv", browser.run("named[0]"));
    List<String> lines = browser.run("saved[0]").lines().toList();
    assertEquals(count, lines.size(), "a line for each row that is shown, and one above them");
    assertTrue(
        lines.get(0).endsWith("\"Table\",\"Why\",\"Columns\",\"Owners\",\"Reviewed\""),
        lines.get(0));
    assertTrue(lines.get(1).startsWith("\"'=1+1\",\"'@SUM(A1)\",\"-5\","), lines.get(1));
    assertTrue(lines.get(2).startsWith("\"a \"\"b\"\", c\",\"'-x\",\"'+49 30\","), lines.get(2));
    assertTrue(lines.get(count - 1).startsWith("\"author\","), lines.get(count - 1));
    open("tables/public.book.html");
    browser.run(KEEP_WHAT_IS_SAVED);
    browser.click("#columns button[title^='Turn back']");
    browser.waitFor("document.querySelector('.said strong')");
    browser.keys("Home");
    browser.click("#columns button[title^='Save as CSV']");
    browser.waitFor("saved.length === 1");
    assertEquals("book-columns.csv", browser.run("named[0]"));
    assertTrue(
        browser.run("saved[0]").contains("\r\n\"id\",\"integer\","), browser.run("saved[0]"));
    assertEquals(List.of(), browser.errors());
  }

  @Test
  void whatIsTwoStepsAwayIsDrawnOnDemand() {
    open("tables/public.payment.html");
    assertTrue(
        browser
            .run("document.querySelector('[data-near]').textContent")
            .contains("picture of the area sales"));
    tabTo("details:has([data-near]) summary");
    browser.keys("Enter");
    String boxes = "[...document.querySelectorAll('[data-near] .er-box')]";
    browser.waitFor(boxes + ".length > 3");
    String shown = browser.run(boxes + ".map(b => b.dataset.table).sort().join()");
    assertTrue(shown.contains("customer,customer_address,customer_order,"), shown);
    assertTrue(
        browser
            .run("document.querySelector('[data-near] .as-list').textContent")
            .contains("payment: order_id \u2192 customer_order"));
    assertEquals(
        "payment,customer_order",
        browser.run(
            "(e => e.from + ',' + e.to)([...document.querySelectorAll('[data-near] .er-edge')].find(e => e.dataset.from === 'payment').dataset)"));
    browser.click("[data-near] .tools button[title^='Fit']");
    assertEquals(List.of(), browser.errors());
  }

  @Test
  void theDiagramIsTurnedBackByKeys() {
    open("diagram.html");
    tabTo(".tools button[title^='Turn back']");
    browser.keys("Enter");
    browser.waitFor("document.activeElement.matches('.time input')");
    while (!text(".said strong").equals("4.0")) {
      browser.keys("ArrowLeft");
    }
    String box = "document.querySelector('.er-box[data-table=\"%s\"]').classList.contains('%s')";
    browser.waitFor(box.formatted("crm.consent", "er-added"));
    assertTrue(
        browser.is(
            box.formatted("public", "x")
                .replace("public", "customer")
                .replace("'x'", "'er-changed'")));
    browser.keys("ArrowLeft");
    browser.waitFor(box.formatted("crm.consent", "absent"));
    assertTrue(browser.run("location.hash").contains("at=3.0"));
    assertTrue(text(".said").contains(", tables: 4 new, 3 changed. "), text(".said"));
  }

  /** Steps go to the next release that did something to tables; the slider itself to each. */
  @Test
  void timeStepsOverReleasesThatLeftTheTablesAlone() {
    open("diagram.html");
    browser.click(".tools button[title^='Turn back']");
    browser.waitFor("document.querySelector('.said strong')");
    while (!text(".said strong").equals("2.0")) {
      browser.keys("ArrowLeft");
    }
    browser.keys("ArrowRight");
    browser.waitFor("document.querySelector('.said strong').innerText === '2.0.1'");
    assertTrue(text(".said").contains("tables: none changed."), text(".said"));
    browser.click(".time button[title='Change before']");
    browser.waitFor("document.querySelector('.said strong').innerText === '2.0'");
    browser.click(".time button[title='Next change']");
    browser.waitFor("document.querySelector('.said strong').innerText === '3.0'");
    assertEquals(List.of(), browser.errors());
  }

  @Test
  void theColumnsOfATableAreTurnedBackByKeys() {
    open("tables/public.book.html");
    tabTo("#columns button[title^='Turn back']");
    browser.keys("Enter");
    browser.waitFor("document.activeElement.matches('.time input')");
    while (!text(".said strong").equals("2.0")) {
      browser.keys("ArrowLeft");
    }
    String then = text(".time ~ .scroll table.cols:not([hidden])");
    assertTrue(then.contains("\u2212 stock_count"), then);
    assertTrue(then.contains("+ weight_g"), then);
    assertFalse(then.contains("language"), then);
    browser.keys("ArrowLeft");
    browser.waitFor("document.querySelector('.said strong').innerText === '1.1'");
    assertTrue(text("table.cols:not([hidden])").contains("was character varying(50)"));
    browser.click("#columns button[title^='Turn back']");
    assertTrue(text("table.cols:not([hidden])").contains("language"));
    assertEquals(List.of(), browser.errors());
  }

  @Test
  void aChangeLightsTheLinesThatMadeIt() {
    open("migrations/43.html#changed-column-customer_order.id");
    String change = "[id='changed-column-customer_order.id']";
    assertTrue(browser.is("document.querySelector(`" + change + "`).matches(':target')"));
    tabTo(change + " a[href='#L8']");
    browser.waitFor("document.querySelector('#L8').classList.contains('lit')");
    browser.keys("Tab");
    browser.keys("Tab");
    browser.keys("Tab");
    browser.waitFor("!document.querySelector('#L8').classList.contains('lit')");
  }

  @Test
  void aChangeOfAReleaseHasAnAddress() {
    open("releases/4.0.html#changed-column-book.price");
    String change = "[id='changed-column-book.price']";
    assertTrue(browser.is("document.querySelector(`" + change + "`).matches(':target')"));
    String shown = "getComputedStyle(document.querySelector(`" + change + " .anchor`)).opacity";
    assertEquals("0", browser.run(shown));
    tabTo(change + " .anchor");
    assertEquals("1", browser.run(shown));
    assertTrue(
        browser.run("document.activeElement.getAttribute('aria-label')").startsWith("Link to Col"));
    browser.keys("Enter");
    assertTrue(browser.run("location.hash").equals("#changed-column-book.price"));
  }

  @Test
  void twoReleasesAreCompared() {
    open("compare.html#1.0..6.0");
    browser.waitFor("document.querySelector('[data-result] h2')");
    String result = text("[data-result]");
    assertTrue(result.contains("timestamp without time zone \u2192 date"), result);
    assertTrue(result.contains("unique constraint customer_mail_key"), result);
    assertTrue(result.contains("called mail") || result.contains("column mail"), result);
    browser.click("[data-swap]");
    browser.waitFor("location.hash === '#6.0..1.0'");
  }

  @Test
  void typingErrorsAreForgivenOnATelephone() {
    browser.size(390, 844);
    open("index.html");
    browser.click(".search-open");
    browser.waitFor("document.querySelector('dialog[open] input')");
    browser.keys("cutsomer adress");
    browser.waitFor("document.querySelector('.hits a[aria-selected=true]')");
    assertEquals("customer_address", text(".hits a[aria-selected=true] code"));
    browser.click(".hits a");
    at("tables/public.customer_address.html");
  }

  @Test
  void theNavigationFiltersAndAThemeStays() {
    open("index.html");
    browser.click("#nav-filter");
    browser.keys("order line");
    browser.waitFor(
        "[...document.querySelectorAll('.tree li')].filter(li => li.offsetParent).length <= 2");
    browser.click(".tree a[href$='public.order_line.html']");
    at("tables/public.order_line.html");
    browser.click("button.theme");
    browser.click("button.theme");
    assertEquals("Dark", text("button.theme"));
    browser.keys("n");
    browser.waitFor("!location.pathname.includes('order_line')");
    browser.waitFor("document.documentElement.dataset.theme === 'dark'");
    browser.click("button.theme");
  }

  /**
   * How far the reader had gone down the list of tables is no reason to hide where they are now.
   */
  @Test
  void thePlaceInTheNavigationIsInSight() {
    browser.size(1280, 400);
    open("index.html");
    for (String page : List.of("tables/public.tax_rate.html", "diagram.html", "rules/index.html")) {
      open(page);
      browser.waitFor("document.querySelector('#nav [aria-current]')");
      browser.waitFor(
          """
          (nav => (here => here.top >= nav.top && here.bottom <= nav.bottom)(
            document.querySelector('#nav [aria-current]').getBoundingClientRect()))(
            document.getElementById('nav').getBoundingClientRect())
          """);
    }
  }

  @Test
  void theDefinitionIsCopiedAndColoured() {
    open("tables/public.review.html");
    browser.click(".copies button[data-copy-from]");
    browser.waitFor(
        "document.querySelector('.copies button[data-copy-from]').innerText === 'Copied'");
    browser.click("#ddl ~ details summary");
    browser.waitFor("document.querySelector('#ddl-text b')");
    assertTrue(text("#ddl-text").startsWith("CREATE TABLE"));
  }

  @Test
  void aTableAloneSaysWhatItIsJoinedToInOtherAreas() {
    String told = "document.querySelector('.also:not([hidden])')";
    open("areas/sales.html");
    browser.waitFor("document.querySelector('.tools')");
    assertTrue(browser.is("!" + told));
    browser.run("document.querySelector('[data-table=\"customer_order\"]').focus()");
    browser.keys("i");
    browser.waitFor(told);
    String said = text(".also");
    assertTrue(said.startsWith("Outside of this view customer_order is joined to:"), said);
    assertTrue(said.contains(" crm.support_ticket, customer,"), said);
    assertFalse(said.contains("order_line"), said);
    browser.keys("Escape");
    browser.waitFor("!" + told);

    open("diagram.html#?show=areas&only=customer_order");
    browser.waitFor(told);
    browser.run(told + ".querySelector('a[href$=\"customer.html\"]').focus()");
    browser.keys("Enter");
    browser.waitFor("location.hash.includes('only=customer') && " + told);
    assertEquals("customer", browser.run("document.activeElement.dataset.table"));
    browser.waitFor(told + ".textContent.includes('customer_order')");
    assertEquals(List.of(), browser.errors());
  }

  @Test
  void exportsAreWhatIsShown() {
    open("diagram.html#?only=series");
    browser.waitFor("document.querySelectorAll('.er-box:not(.off)').length === 2");
    browser.run(KEEP_WHAT_IS_SAVED);
    for (String kind : List.of("SVG", "Mermaid", "DBML")) {
      browser.run(
          "[...document.querySelectorAll('.menu-box button')].find(b => b.textContent === '%s').click()"
              .formatted(kind));
      browser.waitFor("saved.length === " + (kind.equals("SVG") ? 1 : kind.equals("DBML") ? 3 : 2));
    }
    assertTrue(browser.run("saved[0]").contains("<style"));
    String mermaid = browser.run("saved[1]");
    assertTrue(mermaid.contains("series ||--o{ book : \"series_id\""), mermaid);
    String dbml = browser.run("saved[2]");
    assertTrue(dbml.contains("\"id\" \"integer\" [pk, not null"), dbml);
    assertTrue(dbml.contains("\"book\".\"series_id\" > \"series\".\"id\""), dbml);
    assertFalse(dbml.contains("customer"), dbml);
    assertEquals(List.of(), browser.errors());
  }
}
