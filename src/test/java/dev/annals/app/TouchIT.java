package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Diagrams under fingers, and lists on a screen for them. */
@ExtendWith(Browsing.class)
class TouchIT {

  private static Browser browser;

  @BeforeAll
  static void start(Browser lent) {
    browser = lent;
    browser.size(390, 844);
    browser.send("Emulation.setTouchEmulationEnabled", "enabled", true, "maxTouchPoints", 5);
  }

  @BeforeEach
  void quiet() {
    assertEquals(List.of(), browser.errors());
  }

  private static double number(String script) {
    return Double.parseDouble(browser.run("String(" + script + ")"));
  }

  private static void touch(String type, double... at) {
    List<Map<String, Double>> points = new java.util.ArrayList<>();
    for (int i = 0; i < at.length; i += 2) {
      points.add(Map.of("x", at[i], "y", at[i + 1], "id", (double) i));
    }
    browser.send("Input.dispatchTouchEvent", "type", type, "touchPoints", points);
  }

  /** Fingers that go from one place to another in ten steps. */
  private static void drag(double[] from, double[] to) {
    touch("touchStart", from);
    for (int step = 1; step <= 10; step++) {
      double[] now = new double[from.length];
      for (int i = 0; i < now.length; i++) {
        now[i] = from[i] + (to[i] - from[i]) * step / 10;
      }
      touch("touchMove", now);
      browser.run("new Promise(done => requestAnimationFrame(() => done('')))");
    }
    touch("touchEnd");
    browser.run("new Promise(done => setTimeout(() => done(''), 300))");
  }

  @Test
  void oneFingerMovesALargePicture() {
    browser.open(Bookshop.site(), "diagram.html");
    browser.waitFor("document.querySelector('.tools')");
    size("True size");
    double left = number("document.querySelector('.canvas').scrollLeft");
    double page = number("scrollY");
    drag(new double[] {300, 600}, new double[] {120, 600});
    assertTrue(number("document.querySelector('.canvas').scrollLeft") > left + 100);
    assertEquals(page, number("scrollY"));
    assertTrue(browser.run("location.pathname").endsWith("diagram.html"), "it followed a link");
    assertEquals("", browser.run("location.hash"), "it took a table along");
  }

  /** A finger that stays on a table for a moment takes it along; nothing else does. */
  @Test
  void aFingerThatWasHeldOnATableMovesIt() {
    browser.open(Bookshop.site(), "diagram.html");
    browser.waitFor("document.querySelector('.tools')");
    size("True size");
    String show =
        "document.querySelector('.er-box[data-table=book]')"
            + ".scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'})";
    browser.run(show);
    String box = "document.querySelector('.er-box[data-table=book]').getBoundingClientRect()";
    String left = "document.querySelector('.canvas').scrollLeft";
    double x = number(box + ".left") + 30;
    double y = number(box + ".top") + 60;
    double scrolled = number(left);
    drag(new double[] {x, y}, new double[] {x - 100, y});
    assertEquals("", browser.run("location.hash"), "a finger that moves at once takes no table");
    assertTrue(number(left) > scrolled + 60, "the sheet stayed where it was");

    browser.run(show);
    x = number(box + ".left") + 30;
    y = number(box + ".top") + 60;
    double page = number("scrollY");
    String beside =
        "document.querySelector('.er-box[data-table=book_author]').getBoundingClientRect().left";
    double unmoved = number(beside);
    touch("touchStart", x, y);
    browser.run("new Promise(done => setTimeout(() => done(''), 700))");
    for (int step = 1; step <= 10; step++) {
      touch("touchMove", x + 6 * step, y + 4 * step);
      browser.run("new Promise(done => requestAnimationFrame(() => done('')))");
    }
    touch("touchEnd");
    browser.waitFor("location.hash.startsWith('#?move=book:')");
    String[] by = browser.run("location.hash.split('book:')[1]").split(":");
    assertEquals(60, Integer.parseInt(by[0]), 3);
    assertEquals(40, Integer.parseInt(by[1]), 3);
    assertEquals(unmoved, number(beside), 3, "the sheet was moved, too");
    assertEquals(page, number("scrollY"));

    x = number(box + ".left") + 30;
    y = number(box + ".top") + 60;
    touch("touchStart", x, y);
    touch("touchEnd");
    browser.waitFor("location.hash.includes('select=book')");
    assertTrue(browser.run("location.pathname").endsWith("diagram.html"), "it followed a link");
  }

  @Test
  void twoFingersZoomAboutWhatIsBetweenThem() {
    browser.open(Bookshop.site(), "diagram.html");
    browser.waitFor("document.querySelector('.tools')");
    size("True size");
    browser.run("document.querySelector('.canvas').scrollTo(300, 300)");
    String wide = "document.querySelector('.canvas svg').getBoundingClientRect().width";
    String middle =
        "(() => { const r = document.querySelector('.canvas svg').getBoundingClientRect();"
            + " return (200 - r.left) / r.width })()";
    double before = number(wide);
    double between = number(middle);
    drag(new double[] {170, 600, 230, 600}, new double[] {120, 600, 280, 600});
    double after = number(wide);
    assertTrue(after > before * 1.8, before + " became " + after);
    assertEquals(between, number(middle), 0.01);
    assertEquals(1, number("visualViewport.scale"), "the page was zoomed, not the picture");
    drag(new double[] {100, 500, 300, 700}, new double[] {180, 580, 220, 620});
    assertTrue(number(wide) < after / 2, "it did not get smaller");
  }

  /**
   * A menu that is longer than the screen begins below the header and ends where the screen does.
   */
  @Test
  void allOfTheMenuCanBeReached() {
    browser.open(Bookshop.site(), "index.html");
    browser.click(".menu");
    String menu = "document.getElementById('nav').getBoundingClientRect()";
    assertEquals(56, number(menu + ".top"));
    assertEquals(844, number(menu + ".bottom"));
    browser.run("document.querySelectorAll('.side details').forEach(d => d.open = true)");
    browser.waitFor("document.querySelectorAll('.side details').length > 1");
    browser.waitFor(
        "[...document.querySelectorAll('.side details')].every(d => d.querySelector('a'))");
    browser.run("document.getElementById('nav').scrollTo(0, 1e6)");
    assertTrue(
        number("[...document.querySelectorAll('.side a')].pop().getBoundingClientRect().bottom")
            <= 844);
  }

  /** A picture that is all there does not keep a finger from scrolling the page. */
  @Test
  void aSmallPictureDoesNotHoldThePage() {
    browser.open(Bookshop.site(), "tables/public.review_vote.html");
    browser.run("document.querySelector('#relations').scrollIntoView({behavior: 'instant'})");
    browser.waitFor("document.querySelector('.tools')");
    size("Fit to the window");
    browser.run(
        "document.querySelector('.canvas').scrollIntoView({block: 'center', behavior: 'instant'})");
    double y = number("document.querySelector('.canvas').getBoundingClientRect().top") + 40;
    double page = number("scrollY");
    drag(new double[] {30, y}, new double[] {30, y - 200});
    assertTrue(number("scrollY") > page + 100, "the page stayed where it was");
  }

  /** A row is a paragraph that says what its cells are; the page is wide enough for each. */
  @Test
  void noListIsPushedSideways() {
    for (String page :
        List.of(
            "tables/public.book.html",
            "releases/6.0.html",
            "tables.html",
            "columns.html",
            "constraints.html",
            "triggers.html",
            "migrations/index.html",
            "migrations/43.html",
            "coverage.html",
            "rules/index.html")) {
      browser.open(Bookshop.site(), page);
      browser.waitFor("document.querySelector('[data-head]')");
      assertEquals(
          "",
          browser.run(
              "[...document.querySelectorAll('.scroll')].filter(s => s.scrollWidth > s.clientWidth)"
                  + ".map(s => s.ariaLabel).join()"),
          page);
    }
    browser.open(Bookshop.site(), "migrations/index.html");
    String cells = "[...document.querySelectorAll('tbody tr td:nth-child(n+3)')]";
    assertEquals(
        "Schema Changes Release",
        browser.run(
            cells
                + ".slice(0, 3).map(c => getComputedStyle(c, '::before').content.slice(1, -2)).join(' ')"));
  }

  /** What changes the size is in the menu: the bar has one line. */
  private static void size(String title) {
    browser.click(".menu-box summary");
    browser.click(".menu-box button[title='" + title + "']");
  }
}
