package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.Annals;
import dev.annals.app.diff.DiffRequest;
import dev.annals.app.diff.MakePreview;
import dev.annals.app.diff.WriteDiff;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The published site in a real Chromium, from {@code file://}. */
@ExtendWith(Browsing.class)
class BrowserIT {

  @TempDir static Path temp;
  private static Path site;
  private static Browser browser;

  @BeforeAll
  static void build(Browser lent) throws Exception {
    browser = lent;
    Path project = temp.resolve("shop");
    Files.createDirectories(project.resolve("migrations"));
    Files.writeString(
        project.resolve("migrations/V1__a.sql"),
        """
        CREATE TABLE customer (id int PRIMARY KEY, full_name text);
        CREATE TABLE customer_order (id int PRIMARY KEY, customer_id int REFERENCES customer);
        COMMENT ON TABLE customer IS '<script>document.title = "taken over"</script>';
        """);
    Files.writeString(
        project.resolve("migrations/V2__kinds.sql"),
        """
        CREATE COLLATION phonebook (provider = icu, locale = 'de-u-co-phonebk');
        CREATE TYPE state AS ENUM ('open', 'paid');
        CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
        CREATE TYPE address AS (street_line text, "zip code" text);
        CREATE SEQUENCE bill_number;
        CREATE FUNCTION state_of(int) RETURNS state LANGUAGE sql IMMUTABLE AS $$ SELECT 'open'::state $$;
        CREATE CAST (int AS state) WITH FUNCTION state_of(int);
        CREATE FUNCTION near(point, point) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT ($1 <-> $2) < 1 $$;
        CREATE OPERATOR <~> (LEFTARG = point, RIGHTARG = point, FUNCTION = near);
        CREATE PUBLICATION sent FOR TABLE customer (id) WHERE (id > 0), customer_order;
        CREATE FUNCTION guard() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
        CREATE EVENT TRIGGER ddl_guard ON ddl_command_start EXECUTE FUNCTION guard();
        CREATE VIEW named AS SELECT id, full_name FROM customer;
        CREATE MATERIALIZED VIEW counted AS SELECT count(*) FROM customer;
        """);
    Files.writeString(
        project.resolve("annals.yml"),
        "title: Shop\nembeds: [customer_order]\ndatabases: [{ name: shop, trust: true }]\n");
    site = temp.resolve("site");
    OwnSite.of(project, site);
  }

  private static String dom(String page) {
    browser.open(site, page);
    return browser.run("document.documentElement.outerHTML");
  }

  @Test
  void scriptsRunFromFilesUnderTheStrictPolicy() {
    String dom = dom("tables/public.customer_order.html");
    assertTrue(dom.contains("id=\"nav-filter\""), "the navigation was not built");
    assertTrue(
        dom.matches(
            "(?s).*<a href=\"\\.\\./tables/public\\.customer\\.html\" title=\"customer\">.*"));
    browser.waitFor("document.querySelector('.tools')");
    assertTrue(dom.contains("data-from=\"customer_order\""), "the diagram has no foreign key");
    assertEquals(List.of(), browser.errors());
  }

  @Test
  void aPublicationSaysWhatItSendsOfEachTable() {
    browser.open(site, "publications/sent.html");
    assertEquals(
        "customer columns id rows where (id > 0)\ncustomer_order",
        browser.run("document.querySelector('#used-by + ul').innerText"));
  }

  @Test
  void aTableThatNobodySaidAnythingOfIsSized() {
    assertTrue(dom("a-z.html").contains("<dd>2 columns, refers to 1</dd>"));
  }

  private static String hits(String query) {
    browser.open(site, "index.html?q=" + query);
    browser.waitFor("document.querySelector('.hits a, .search-none:not([hidden])')");
    return browser.run("document.querySelector('dialog').innerText");
  }

  @Test
  void searchFindsInfixesAndForgivesTypos() {
    assertTrue(hits("full%20name").contains("customer.full_name"));
    assertTrue(hits("omer_ord").contains("customer_order"));
    assertTrue(hits("cutsomer").contains("customer"));
    assertTrue(hits("zzzzzz").contains("Nothing of that name"));
  }

  /** An attribute of a composite type has its place on the page of the type. */
  @Test
  void searchFindsAttributes() {
    for (List<String> each :
        List.of(
            List.of("street%20line", "attribute", "street_line", "street_line text"),
            List.of("attribute:zip", "attribute", "zip code", "zip code text"))) {
      browser.open(site, "index.html?q=" + each.get(0));
      browser.waitFor("document.querySelector('.hits a')");
      assertEquals(
          each.get(1) + "\n" + each.get(2) + "\ncomposite type address",
          browser.run("document.querySelector('.hits a').innerText"));
      String address = browser.run("document.querySelector('.hits a').getAttribute('href')");
      browser.open(site, address);
      assertEquals(
          each.get(3),
          browser.run(
              "(document.getElementById(location.hash.slice(1)) || document.body).innerText"));
    }
  }

  /** What cannot be decoded says nothing: the page is there, and nothing is wrong. */
  @Test
  void aDamagedAddressIsThePageAlone() {
    Map.of(
            "tables/public.book.html#%zz", "h1",
            "columns.html#?%zz", "tbody tr",
            "compare.html#%zz..%zz", "[data-result] p",
            "diagram.html#%zz", ".tools button",
            "diagram.html#?only=%zz&select=%zz&hide=%zz&move=%zz:1:2", ".tools button",
            "diagram.html#?at=%zz", ".tools input[type=range], .timeline, [type=range]")
        .forEach(
            (address, shown) -> {
              browser.open(Bookshop.site(), address);
              browser.waitFor("document.querySelector('" + shown + "')");
              assertEquals(List.of(), browser.errors(), address);
            });
  }

  @Test
  void aHostileCommentStaysText() {
    String dom = dom("tables/public.customer.html");
    assertTrue(dom.contains("<title>customer"));
    assertFalse(dom.contains("<title>taken over"));
    assertFalse(hits("taken").contains("Nothing of that name"));
    assertFalse(browser.run("document.title").contains("taken over"));
  }

  /** What is not known, or cannot be, is not said: no view refuses null, no cast has rights. */
  @Test
  void whatHasNoAnswerIsNotSaid() throws IOException {
    assertFalse(dom("views/public.named.html").contains("class=\"null\""));
    assertTrue(dom("tables/public.customer.html").contains("class=\"null\""));
    for (String kind : List.of("casts", "operators", "collations", "publications")) {
      Path page =
          Bookshop.read(site).keySet().stream()
              .filter(path -> path.startsWith(kind))
              .map(Path::of)
              .findFirst()
              .orElseThrow();
      assertFalse(dom(page.toString()).contains("not for everybody"), kind);
    }
  }

  /**
   * On a laptop the list of columns is seen with its notes, and nothing jumps when scripts come.
   */
  @Test
  void columnsAreSeenWithTheirNotes() {
    browser.size(1280, 800);
    for (String table : List.of("public.book", "public.customer_order", "warehouse.stock_item")) {
      browser.open(Bookshop.site(), "tables/" + table + ".html");
      assertTrue(
          browser.is(
              "(list => list.scrollWidth <= list.clientWidth)(document.querySelector('#columns + .scroll'))"),
          table + ": notes of columns are cut off");
      assertTrue(
          browser.is(
              "(bar => { const tall = bar.offsetHeight; bar.replaceChildren(); return tall === bar.offsetHeight; })(document.querySelector('.copies'))"),
          table + ": buttons that a script brings move what is below");
    }
  }

  /** Without scripts there still is the picture, its links, and everything that a page says. */
  @Test
  void nothingIsLostWithoutScripts() {
    browser.send("Emulation.setScriptExecutionDisabled", "value", true);
    try {
      browser.open(Bookshop.site(), "tables/public.book.html");
      assertTrue(browser.is("document.querySelectorAll('.canvas svg a').length > 5"));
      browser.open(Bookshop.site(), "diagram.html");
      assertTrue(browser.is("document.querySelectorAll('.canvas svg a').length > 20"));
    } finally {
      browser.send("Emulation.setScriptExecutionDisabled", "value", false);
    }
  }

  private static void assertStyle(String selector, String property, String wanted) {
    assertEquals(
        wanted,
        browser.run(
            "getComputedStyle(document.querySelector('" + selector + "'))['" + property + "']"),
        selector + ", " + property);
  }

  /** On paper: nothing to click, no line cut off, no heading left behind at the end of a page. */
  @Test
  void whatIsPrintedIsWhole() {
    browser.send("Emulation.setEmulatedMedia", "media", "print");
    try {
      browser.open(Bookshop.site(), "tables/public.book.html");
      browser.waitFor("document.querySelector('.copies button')");
      for (String idle : List.of(".top", ".side", ".copies", "button.copy", "#why > .meta")) {
        assertStyle(idle, "display", "none");
      }
      assertStyle("#columns", "breakAfter", "avoid");
      assertStyle(".cols tbody tr", "breakInside", "avoid");
      browser.open(Bookshop.site(), "migrations/38.html");
      assertStyle(".source pre", "overflowX", "visible");
      assertStyle(".source .line", "whiteSpace", "pre-wrap");
      browser.open(Bookshop.site(), "diagram.html");
      assertStyle(".diagram + p", "display", "none");
      assertStyle(".diagram .as-list ul", "display", "block");
      browser.open(Bookshop.site(), "releases/4.0.html");
      assertStyle(".diagram + h2", "display", "block");
    } finally {
      browser.send("Emulation.setEmulatedMedia", "media", "");
    }
  }

  /** With few colours of the reader's own, a map seen from far away shows boxes, not blots. */
  @Test
  void aMapIsReadInColoursOfTheReaders() {
    browser.send(
        "Emulation.setEmulatedMedia",
        "features",
        List.of(Map.of("name", "forced-colors", "value", "active")));
    try {
      browser.open(Bookshop.site(), "diagram.html");
      browser.waitFor("document.querySelector('.er')");
      browser.run("document.querySelector('.er').classList.add('far')");
      assertTrue(
          browser.is(
              "(style => style.fill !== style.stroke)(getComputedStyle(document.querySelector('.er-frame')))"));
    } finally {
      browser.send("Emulation.setEmulatedMedia", "features", List.of());
    }
  }

  /** The whole bookshop, with axe-core on the largest page of each kind, light and dark. */
  @Test
  void noPageKeepsAnybodyOut() throws Exception {
    List<String> pages = new ArrayList<>(largestOfEachKind(Bookshop.site()));
    assertTrue(pages.size() >= 14, pages.toString());
    pages.add("index.html?q=customer");
    assertTrue(
        pages.containsAll(List.of("columns.html", "constraints.html", "triggers.html")),
        pages.toString());
    pages.add("diagram.html#?at=4.0");
    pages.add("tables/public.book.html#?time");
    List<String> violations = new ArrayList<>();
    for (String page : pages) {
      violations.addAll(violations(page));
    }
    List<String> elsewhere = browser.forgetErrors(); // 404.html looks for its site in folders above
    assertTrue(
        elsewhere.stream().allMatch(error -> error.contains("ERR_FILE_NOT_FOUND")),
        elsewhere::toString);
    assertEquals(List.of(), violations, () -> String.join("\n", violations));
    List<String> kinds = new ArrayList<>(largestOfEachKind(site));
    kinds.removeIf(page -> Files.exists(Bookshop.site().resolve(page).getParent()));
    assertEquals(6, kinds.size(), "kinds of pages that the bookshop does not have: " + kinds);
    for (String page : kinds) {
      browser.open(site, page);
      violations.addAll(told(page));
    }
    assertEquals(List.of(), violations, () -> String.join("\n", violations));
    browser.open(Bookshop.site(), "index.html");
    browser.run("document.querySelector('main').append(document.createElement('img'))");
    browser.run("document.querySelector('h1').style.cssText = 'color: #777; background: #888'");
    List<String> seen = new ArrayList<>(axe());
    seen.sort(Comparator.reverseOrder());
    assertTrue(seen.get(0).startsWith("light image-alt"), seen::toString);
    assertTrue(seen.get(1).startsWith("light color-contrast"), seen::toString);
    assertTrue(seen.get(2).startsWith("dark color-contrast"), seen::toString);
  }

  /** What readers make of pages: sorted, chosen, moved, opened; and an address without a page. */
  @Test
  void noStateOfAPageKeepsAnybodyOut() throws Exception {
    Path shop = Bookshop.site();
    List<String> violations = new ArrayList<>();
    browser.size(1280, 800);
    for (String state :
        List.of(
            "select=book&move=book:120:-90,customer:-300:9",
            "only=book&select=book.book_series_id_fkey")) {
      browser.open(shop, "index.html");
      browser.open(shop, "diagram.html#?" + state);
      browser.waitFor("document.querySelector('.er.dim, .tools button[title^=Put]:not([hidden])')");
      violations.addAll(told(state));
    }
    browser.open(shop, "coverage.html");
    browser.click("th:nth-child(3) .sort");
    browser.waitFor("document.querySelector('[aria-sort]')");
    violations.addAll(told("sorted"));
    browser.keys("?");
    browser.waitFor("document.querySelector('dialog.help[open]')");
    violations.addAll(told("keys"));
    browser.size(390, 844);
    browser.open(shop, "tables/public.book.html");
    browser.click(".menu");
    browser.waitFor("document.querySelector('.side.open')");
    violations.addAll(told("menu"));
    browser.open(shop, "diagram.html#?move=book:120:-90");
    browser.waitFor("document.querySelector('.tools button[title^=Put]:not([hidden])')");
    browser.click(".tools button[title^='Find']");
    violations.addAll(told("panel"));
    browser.size(1280, 800);
    try (SiteHost host = SiteHost.of(shop)) {
      browser.visit(host.at("tables/public.book_of_old.html"));
      browser.waitFor(
          "document.querySelector('[data-asked]:not([hidden])') && document.querySelector('.tree details')");
      violations.addAll(told("404"));
    }
    browser.forgetErrors(); // the answer to the last address
    assertEquals(List.of(), violations, () -> String.join("\n", violations));
  }

  private static List<String> told(String state) throws Exception {
    return axe().stream().map(line -> state + ": " + line).toList();
  }

  /** Pages that stand alone: of a preview, and of release notes; and pages of a theme. */
  @Test
  void whatStandsAloneKeepsNobodyOutEither() throws Exception {
    Path project = temp.resolve("alone");
    Files.createDirectories(project.resolve("now/migrations"));
    Files.createDirectories(project.resolve("then/migrations"));
    for (String state : List.of("then", "now")) {
      Files.writeString(
          project.resolve(state + "/migrations/V1__a.sql"),
          """
          CREATE TABLE customer (id int PRIMARY KEY, mail text, old text);
          CREATE TABLE bill (id int PRIMARY KEY, customer_id int REFERENCES customer, cents int);
          """);
    }
    Files.writeString(
        project.resolve("now/migrations/V2__b.sql"),
        """
        ALTER TABLE customer DROP COLUMN old;
        ALTER TABLE customer ALTER COLUMN mail SET NOT NULL;
        ALTER TABLE bill ALTER COLUMN cents TYPE bigint;
        CREATE INDEX bill_customer ON bill (customer_id);
        """);
    Path config = project.resolve("now/annals.yml");
    Files.writeString(config, "title: Alone\ntheme: theme\n");
    Files.createDirectories(project.resolve("now/theme/pages"));
    Files.writeString(
        project.resolve("now/theme/pages/hello.md"),
        "# Hello\n\n| a | b |\n|---|---|\n| 1 | [[bill]] |\n");
    DiffRequest asked =
        new DiffRequest(
            project.resolve("now"),
            config,
            true,
            false,
            Map.of(),
            new DiffRequest.What.Folders(project.resolve("then"), project.resolve("now")));
    try (Annals annals =
        Annals.of(project.resolve("now")).offline(true).cached(false).output(temp.resolve("own"))) {
      Files.writeString(
          project.resolve("preview.html"),
          WriteDiff.write(
              new MakePreview(asked, Progress.SILENT).make(),
              WriteDiff.Format.HTML,
              Optional.empty(),
              asked,
              "test"));
      Files.writeString(project.resolve("notes.html"), annals.notes("", WriteNotes.Format.HTML));
      annals.build();
    }
    for (String page : List.of("preview.html", "notes.html")) {
      for (int width : List.of(1280, 390)) {
        browser.size(width, 844);
        browser.open(project, page);
        assertEquals(List.of(), axe(), page);
        assertTrue(
            browser.is("document.documentElement.scrollWidth <= innerWidth"),
            page + " runs sideways at " + width);
      }
    }
    browser.size(1280, 800);
    browser.open(temp.resolve("own"), "index.html");
    browser.click(".main-nav a[href*='hello']");
    browser.waitFor("document.title.startsWith('Hello') && document.readyState === 'complete'");
    assertEquals(List.of(), axe());
    assertEquals(List.of(), browser.errors());
  }

  private static List<String> violations(String page) throws Exception {
    browser.open(Bookshop.site(), page);
    if (page.contains("?at=")) {
      browser.waitFor("document.querySelector('.time .said strong')");
      browser.click(".tools button[title^='Find']");
    }
    if (page.endsWith("?time")) {
      browser.click("#columns .copy[title^='Turn back']");
      browser.waitFor("document.querySelector('.time .said strong')");
    }
    if (page.matches("(columns|constraints)\\.html")) {
      browser.waitFor("document.querySelector('.sorts td')");
    }
    return told(page);
  }

  private static List<String> axe() throws Exception {
    browser.run(resource("/axe.min.js") + "; 1");
    String found = browser.run(resource("/axe-run.js"));
    return found.lines().toList();
  }

  private static List<String> largestOfEachKind(Path site) throws IOException {
    Map<String, String> largest = new TreeMap<>();
    Map<String, byte[]> files = Bookshop.read(site);
    files.forEach(
        (path, bytes) -> {
          if (path.endsWith(".html")) {
            boolean alone = !path.contains("/") || path.endsWith("/index.html");
            String kind = alone ? path : path.substring(0, path.indexOf('/'));
            largest.merge(kind, path, (a, b) -> files.get(a).length >= files.get(b).length ? a : b);
          }
        });
    return List.copyOf(largest.values());
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = BrowserIT.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
