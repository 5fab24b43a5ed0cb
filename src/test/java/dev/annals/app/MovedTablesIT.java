package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tables of a diagram are put elsewhere, and lines are gone through by keyboard. */
@ExtendWith(Browsing.class)
class MovedTablesIT {

  /** Where a table is in its picture. */
  private static final String PLACE =
      "document.querySelector('.er-box[data-table=\"%s\"]').getAttribute('transform')";

  /** Lines that do not begin at the side of the one table, or do not end at that of the other. */
  private static final String LOOSE =
      """
      [...document.querySelectorAll('.er-edge')].filter(edge => {
        const path = edge.querySelector('path'), parts = path.getAttribute('d').split(/(?=M)/);
        const foot = (parts[1] ?? edge.querySelectorAll('path')[1].getAttribute('d')).match(/M(-?\\d+) (-?\\d+)(l|v)(-?\\d+)/).slice(1);
        const line = parts[0].match(/-?[\\d.]+/g).map(Number), bar = foot[2] === 'v';
        const side = name => { const box = document.querySelector(`.er-box[data-table="${name}"]`),
            at = box.getAttribute('transform').match(/-?[\\d.]+/g).map(Number), rect = box.querySelector('.er-frame');
          return { left: at[0], right: at[0] + +rect.getAttribute('width'), top: at[1], bottom: at[1] + +rect.getAttribute('height') } };
        const parent = side(edge.dataset.to), child = side(edge.dataset.from);
        const touches = (box, x, y) => (Math.abs(x - box.left) <= 1 || Math.abs(x - box.right) <= 1) && y > box.top && y < box.bottom;
        const outwards = Math.abs(line.at(parts[0].includes('C') ? -2 : -1) - child.left) <= 1 ? -1 : 1;
        const end = bar ? [+foot[0] - outwards * 7, +foot[1] + 4] : [+foot[0], +foot[1] + 5];
        return !touches(parent, line[0], line[1]) || !touches(child, ...end) || !bar && Math.sign(foot[3]) !== outwards;
      }).map(edge => edge.textContent).join()
      """;

  private static final String ROUTES =
      "[...document.querySelectorAll('.er-edge path')].map(p => p.getAttribute('d')).join()";

  private static Browser browser;

  @BeforeAll
  static void start(Browser lent) {
    browser = lent;
  }

  @BeforeEach
  void desk() {
    browser.size(1280, 800);
  }

  @AfterEach
  void noScriptComplained() {
    assertEquals(List.of(), browser.errors());
  }

  private static void open(String page) {
    browser.open(Bookshop.site(), "index.html");
    browser.open(Bookshop.site(), page);
    browser.waitFor("document.querySelector('.tools') && document.querySelector('.er-edge')");
  }

  private static String hash() {
    return browser.run("location.hash");
  }

  private static String place(String table) {
    return browser.run(PLACE.formatted(table));
  }

  /** Drags what is beside the name of a table. */
  private static void drag(String table, int right, int down) {
    String[] at =
        browser
            .run(
                """
                (() => { const e = document.querySelector('.er-box[data-table="%s"] .er-head');
                  e.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
                  const r = e.getBoundingClientRect(); return (r.right - 8) + ' ' + (r.y + r.height / 2) })()
                """
                    .formatted(table))
            .split(" ");
    browser.drag(Double.parseDouble(at[0]), Double.parseDouble(at[1]), right, down);
  }

  @Test
  void aTableIsDraggedAndItsLinesFollow() {
    open("diagram.html");
    assertEquals("", browser.run(LOOSE));
    String drawn = place("book");
    String routes = browser.run(ROUTES);
    String back = "document.querySelector('.tools button[title^=\"Put tables\"]').hidden";
    assertTrue(browser.is(back));
    String left = "document.querySelector('[data-table=book]').getBoundingClientRect().left";
    drag("book", 10, 0);
    double before = Double.parseDouble(browser.run("String(" + left + ")"));
    drag("book", 120, -90);
    assertTrue(browser.run("location.pathname").endsWith("diagram.html"), "it followed a link");
    assertFalse(browser.is("document.querySelector('.chosen')"), "it chose what it dragged");
    assertNotEquals(drawn, place("book"));
    assertNotEquals(routes, browser.run(ROUTES));
    assertEquals("", browser.run(LOOSE));
    assertTrue(hash().matches("#\\?move=book:\\d+:-\\d+"), hash());
    assertTrue(before > 0);
    // out of the sheet on every side: the sheet takes it in
    drag("customer", -400, -300);
    drag("crm.ticket_message", 500, 400);
    assertEquals("", browser.run(LOOSE));
    assertTrue(
        browser.is(
            "(s => [...document.querySelectorAll('.er-box')].every(b => { const r = b.getBoundingClientRect(); return r.left >= s.left && r.top >= s.top && r.right <= s.right && r.bottom <= s.bottom }))(document.querySelector('svg.er').getBoundingClientRect())"),
        "a table is cut off");
    String there = place("book") + place("customer") + place("crm.ticket_message");
    String shared = hash();
    // who is given the address sees the same, and saves the same
    open("diagram.html" + shared);
    assertEquals(there, place("book") + place("customer") + place("crm.ticket_message"));
    assertEquals("", browser.run(LOOSE));
    browser.run(
        "window.saved = []; URL.createObjectURL = b => (b.text().then(t => saved.push(t)), '#'); HTMLAnchorElement.prototype.click = () => {}");
    browser.run(
        "[...document.querySelectorAll('.menu-box button')].find(b => b.textContent === 'SVG').click()");
    browser.waitFor("saved.length === 1");
    String svg = browser.run("saved[0]");
    assertTrue(svg.contains("transform=\"" + place("customer") + "\""), "not as it is shown");
    assertTrue(
        svg.contains(
            "viewBox=\""
                + browser.run("document.querySelector('svg.er').getAttribute('viewBox')")));
    assertFalse(svg.contains("light-dark") || svg.contains("var("), "colours are the page's");
    browser.click(".tools button[title^='Put tables']");
    assertTrue(browser.is(back));
    assertEquals(drawn, place("book"));
    assertEquals(routes, browser.run(ROUTES));
    assertEquals("", hash());
  }

  /** The sheet beside tables is dragged as ever, and a click that goes nowhere chooses. */
  @Test
  void theSheetIsStillDraggedAndAClickStillChooses() {
    open("diagram.html");
    browser.click(".tools button[title='True size']");
    browser.run("document.querySelector('.canvas').scrollTo(0, 0)");
    String scrolled = "document.querySelector('.canvas').scrollTop > 50";
    String[] at =
        browser
            .run(
                """
                (() => { const r = document.querySelector('.canvas').getBoundingClientRect();
                  for (let y = r.bottom - 40; y > r.top; y -= 9) for (let x = r.left + 40; x < r.right - 40; x += 9)
                    if (!document.elementFromPoint(x, y).closest('.er-box, .er-edge, .minimap')) return x + ' ' + y })()
                """)
            .split(" ");
    browser.drag(Double.parseDouble(at[0]), Double.parseDouble(at[1]), 0, -80);
    assertTrue(browser.is(scrolled), "the sheet stayed where it was");
    assertEquals("", hash());
    browser.click(".er-box[data-table='author'] .er-col");
    assertEquals("#?select=author", hash());
    browser.keys("Escape");
    drag("author", 2, 2);
    assertEquals("#?select=author", hash(), "a hand that trembles moves nothing");
  }

  /** Each picture has its own places: what is put right in one would lie wrong in another. */
  @Test
  void picturesOfOtherTimesAndDetailsHaveTheirOwnPlaces() {
    open("diagram.html");
    drag("series", 60, 30);
    String moved = place("series");
    browser.run(
        "document.querySelector('.tools select').value = 'names'; document.querySelector('.tools select').dispatchEvent(new Event('change'))");
    browser.waitFor(
        "location.hash.startsWith('#?show=names') && !document.querySelector('.er-col')");
    assertEquals("#?show=names", hash());
    drag("book", 40, 40);
    assertEquals("", browser.run(LOOSE));
    assertTrue(hash().matches("#\\?show=names&move=book:\\d+:\\d+"), hash());
    String alone = place("book");
    open("diagram.html" + hash());
    browser.waitFor("!document.querySelector('.er-col')");
    assertEquals(alone, place("book"));
    browser.run(
        "document.querySelector('.tools select').value = ''; document.querySelector('.tools select').dispatchEvent(new Event('change'))");
    browser.waitFor("document.querySelector('.er-col')");
    assertEquals("", hash());
    drag("series", 60, 30);
    assertEquals(moved, place("series"));
    // alone with its neighbours, where it was put
    browser.run("document.querySelector('[data-table=series]').focus()");
    browser.keys("i");
    browser.waitFor("document.querySelectorAll('.er-box:not(.off)').length === 2");
    assertEquals(moved, place("series"));
    drag("series", -300, -300);
    assertEquals("", browser.run(LOOSE));
    browser.keys("x");
    assertEquals(
        1,
        Integer.parseInt(
            browser.run("String(document.querySelectorAll('.er-box:not(.off)').length)")));
    browser.keys("Escape");
    browser.waitFor("document.querySelectorAll('.er-box.off').length === 0");
    // nothing but what was moved out of the sheet
    String others =
        "[...document.querySelectorAll('.er-box')].map(b => b.dataset.table).filter(n => n !== 'series').map(encodeURIComponent).join()";
    String outside = "#?hide=" + browser.run(others) + "&move=series:-2000:-2000";
    open("diagram.html" + outside);
    assertEquals(outside, hash());
    assertTrue(
        browser.is(
            "(r => r.left > 0 && r.top > 0 && r.right < innerWidth)(document.querySelector('[data-table=series]').getBoundingClientRect())"),
        "it cannot be seen");
    open("diagram.html#?move=series:9:9");
    // and with time
    browser.click(".tools button[title^='Turn back']");
    browser.waitFor("document.querySelector('.said strong')");
    drag("customer", 50, 20);
    String then = place("customer");
    browser.run("document.querySelector('.time input').focus()");
    browser.keys("ArrowLeft", "ArrowLeft");
    assertEquals(then, place("customer"));
    assertEquals("", browser.run(LOOSE));
    String shared = hash();
    assertTrue(shared.matches("#\\?at=[^&]+&move=customer:\\d+:\\d+"), shared);
    browser.click(".tools button[title^='Turn back']");
    browser.waitFor("!document.querySelector('.said')");
    assertNotEquals(then, place("customer"));
    open("diagram.html" + shared);
    browser.waitFor("document.querySelector('.said strong')");
    assertEquals(then, place("customer"));
    assertEquals(shared, hash());
  }

  /** By keyboard: a table moves, and its lines are gone through, told, and followed. */
  @Test
  void byKeyboardTablesMoveAndLinesAreChosen() {
    open("diagram.html");
    String said = "document.querySelector('.diagram > [role=status]').textContent";
    browser.run("document.querySelector('[data-table=\"order_line\"]').focus()");
    browser.keys("Alt+ArrowRight", "Alt+ArrowDown", "Alt+ArrowDown");
    assertEquals("order_line moved by 10, 20", browser.run(said));
    assertEquals("#?move=order_line:10:20", hash());
    assertEquals("", browser.run(LOOSE));
    browser.keys("Alt+ArrowLeft", "Alt+ArrowUp", "Alt+ArrowUp");
    assertEquals("order_line is where it was drawn", browser.run(said));
    assertEquals("", hash());
    browser.keys("l");
    assertEquals(
        "Line 1 of 3, order_line_book_id_fkey: order_line refers to book", browser.run(said));
    assertEquals("#?select=order_line.order_line_book_id_fkey", hash());
    assertEquals(
        "order_line_book_id_fkey",
        browser.run("document.querySelector('.er.dim .er-edge.near').textContent"));
    browser.keys("l", "l");
    assertEquals(
        "Line 3 of 3, return_request_line_fkey: return_request refers to order_line",
        browser.run(said));
    browser.keys("l");
    assertTrue(browser.run(said).startsWith("Line 1 of 3"), browser.run(said));
    browser.keys("L");
    assertTrue(browser.run(said).startsWith("Line 3 of 3"), browser.run(said));
    browser.keys("o");
    assertEquals("return_request", browser.run("document.activeElement.dataset.table"));
    browser.keys("Escape");
    assertEquals("", browser.run(said) + hash());
    browser.keys("s");
    assertEquals("return_request and its neighbours stay lit", browser.run(said));
    browser.click("main > details > summary");
    assertTrue(
        browser.is(
            "document.querySelector('main').innerText.includes('its next and previous line')"));
  }

  /** The picture of a table's page, and the one that is drawn when it is asked for. */
  @Test
  void tablesMoveOnTheirPagesToo() {
    open("tables/public.payment.html");
    browser.keys("?");
    browser.waitFor(
        "document.querySelector('dialog.help[open]').innerText.includes('next and previous line')");
    browser.keys("Escape");
    drag("customer_order", 90, 40);
    assertEquals("", browser.run(LOOSE));
    assertEquals("", hash());
    browser.run("document.querySelector('details:has([data-near])').open = true");
    browser.waitFor("document.querySelector('[data-near] .tools')");
    browser.run("document.querySelector('figure.diagram').remove()");
    String drawn = place("customer");
    drag("customer", 30, 130);
    assertNotEquals(drawn, place("customer"));
    assertEquals("", browser.run(LOOSE));
  }
}
