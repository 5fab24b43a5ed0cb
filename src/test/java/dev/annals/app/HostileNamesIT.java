package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import dev.annals.json.ChronicleReader;
import dev.annals.model.schema.Table;
import dev.annals.model.site.SiteFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A project in which every name that can be hostile is. */
class HostileNamesIT {

  private static final String SCRIPT = "<script>alert(1)</script>";
  private static final String LONG = "n".repeat(63);

  /** Names of tables; as columns, too. */
  private static final List<String> NAMES =
      List.of(
          SCRIPT,
          "\"><img src=x onerror=alert(1)>",
          "a\"b",
          "it's",
          "a b",
          "a/b",
          "/etc/passwd",
          "..",
          "../../../etc/passwd",
          "..\\..\\windows",
          "C:\\x",
          "%2e%2e%2fx",
          "100%",
          "a?b#c&d=e",
          "&lt;script&gt;",
          "javascript:alert(1)",
          "`code`",
          "[x](javascript:alert(1))",
          "]]>",
          "-->",
          "{{7*7}}",
          "${7*7}",
          "a\nb",
          "a\tb",
          " a",
          "a ",
          "a.",
          ".a",
          "-a",
          "a.b",
          "a-0123abcd",
          "con",
          "con.x Y",
          "nul",
          "index",
          "Orders",
          "orders",
          "ORDERS",
          "Äpfel",
          "äpfel",
          "İ",
          "i\u0307",
          "é",
          "e\u0301",
          "😀",
          "\u202Egnp.exe",
          "\u200B",
          "constructor",
          "__proto__",
          LONG,
          LONG.substring(1) + "N",
          "é".repeat(31));

  @TempDir static Path temp;
  private static SortedMap<String, byte[]> site;
  private static final Map<String, Document> PAGES = new TreeMap<>();

  @BeforeAll
  static void build() throws IOException {
    Path project = Files.createDirectories(temp.resolve("deep/er/shop"));
    write(project, "migrations/V1__tables.sql", tables());
    write(project, "migrations/V2__" + SCRIPT.replace("/", "") + " \"it's\".sql", others());
    write(project, "migrations/V3__changes.sql", changes());
    write(project, "migrations/R__..%2fx Y.sql", "CREATE OR REPLACE VIEW \"<b>v\" AS SELECT 1 x;");
    write(project, "docs/schema/orders.md", rationale());
    write(project, "docs/schema/odd.md", "---\ntable: 'a?b#c&d=e'\n---\nOdd, but there.\n");
    write(project, "annals.yml", configuration());
    Path output = project.resolve("out/site");
    site = Bookshop.read(OwnSite.of(project, output));
    site.forEach(
        (path, bytes) -> {
          if (path.endsWith(".html")) {
            PAGES.put(path, Jsoup.parse(new String(bytes, StandardCharsets.UTF_8)));
          }
        });
  }

  private static void write(Path project, String path, String text) throws IOException {
    Path file = project.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String tables() {
    StringBuilder sql = new StringBuilder("-- " + SCRIPT + " */ --> ]]>\n");
    String before = "";
    for (String name : NAMES) {
      String reference =
          before.isEmpty()
              ? ""
              : ", " + quoted("ref " + name) + " int REFERENCES " + quoted(before);
      sql.append("CREATE TABLE %s (id int PRIMARY KEY%s);\n".formatted(quoted(name), reference));
      sql.append(
          "COMMENT ON TABLE %s IS %s;\n"
              .formatted(quoted(name), literal(SCRIPT + " " + name + " [[" + name + "]]")));
      before = quoted(name).isEmpty() ? "" : name;
    }
    // what every object of a script has by birth
    sql.append(
        """
        CREATE TABLE keyed (
          "constructor" int PRIMARY KEY REFERENCES "constructor",
          "__proto__" int UNIQUE REFERENCES "__proto__",
          "toString" int);
        """);
    sql.append("CREATE TABLE wide (id int");
    NAMES.forEach(name -> sql.append(", ").append(quoted(name)).append(" text"));
    sql.append(");\n");
    for (String name : NAMES) {
      String column = "wide." + quoted(name);
      sql.append("COMMENT ON COLUMN " + column + " IS " + literal(SCRIPT + name) + ";\n");
      sql.append(
          "ALTER TABLE wide ALTER %s SET DEFAULT %s;\n"
              .formatted(quoted(name), literal("</code>" + SCRIPT + name)));
    }
    return sql.toString();
  }

  private static String others() {
    StringBuilder sql = new StringBuilder();
    for (String schema : List.of("a", "a.b", "con", SCRIPT, "..", "Public")) {
      sql.append("CREATE SCHEMA " + quoted(schema) + ";\n");
      sql.append("CREATE TABLE " + quoted(schema) + ".b (id int PRIMARY KEY);\n");
      sql.append("CREATE TABLE " + quoted(schema) + ".\"b.c\" (id int PRIMARY KEY);\n");
      sql.append("CREATE TABLE " + quoted(schema) + ".c (id int PRIMARY KEY);\n");
    }
    for (String name : NAMES) {
      sql.append("CREATE TYPE %s AS ENUM (%s);\n".formatted(quoted("e" + half(name)), values()));
      sql.append(
          "CREATE DOMAIN %s AS text CONSTRAINT %s CHECK (VALUE <> '');\n"
              .formatted(quoted("d" + half(name)), quoted(name)));
      sql.append(
          "CREATE TYPE %s AS (%s int, ok text);\n"
              .formatted(quoted("c" + half(name)), quoted(name)));
      sql.append("CREATE SEQUENCE %s;\n".formatted(quoted("s" + half(name))));
      sql.append(
          "CREATE VIEW %s AS SELECT 1 AS %s;\n".formatted(quoted("v" + half(name)), quoted(name)));
      sql.append(
          "CREATE FUNCTION %s(%s int) RETURNS text LANGUAGE sql AS %s;\n"
              .formatted(quoted(name), quoted(name), literal("SELECT " + literal(SCRIPT + name))));
      sql.append(
          "CREATE INDEX %s ON wide (%s);\n".formatted(quoted("i" + half(name)), quoted(name)));
      sql.append(
          "ALTER TABLE wide ADD CONSTRAINT %s CHECK (%s <> %s);\n"
              .formatted(quoted(name), quoted(name), literal(SCRIPT)));
    }
    return sql.toString();
  }

  /** Short enough for a letter in front. */
  private static String half(String name) {
    return name.length() > 30 ? name.substring(name.length() - 30) : name;
  }

  private static String values() {
    return String.join(", ", NAMES.stream().map(HostileNamesIT::literal).toList());
  }

  private static String changes() {
    return """
        ALTER TABLE "a/b" RENAME TO "b/../a";
        ALTER TABLE wide RENAME "../../../etc/passwd" TO "<script>alert(2)</script>";
        ALTER TABLE wide ALTER "a b" TYPE varchar(20), ALTER "a b" SET DEFAULT '<script>alert(3)';
        DROP TABLE "😀" CASCADE;
        DROP TABLE ".." CASCADE;
        """;
  }

  private static String rationale() {
    return """
        ---
        table: orders
        owners: ["<script>alert(4)</script>"]
        area: "<script>alert(5)</script>/../x"
        ---
        <script>alert(6)</script> <img src=x onerror=alert(7)>
        [bad](javascript:alert(8)) [worse](JaVaScRiPt:alert(9)) [data](data:text/html,x) ![x](http://evil.example/x.png)
        [file](../../../etc/passwd) [page](customer.md) [here](#nowhere) [there](#a-place) [^1] <a href="javascript:alert(10)">x</a>
        [[<script>]] [[../../x]] [[Orders]] [[wide.a b]] [[a"b]] [[it's]]

        [^1]: <script>alert(16)</script>

        ## <script>alert(11)</script>
        ## A place
        %s
        ## Columns
        ### id
        "><script>alert(12)</script> [^1]

        ```sql
        SELECT '</code><script>alert(13)</script>';
        ```
        """
        .formatted("So long that the rest is folded. ".repeat(60));
  }

  private static String configuration() {
    return """
        title: "<script>alert(14)</script>"
        url: "https://docs.example.org/\\"><script>"
        edit: "https://git.example.org/\\"><script>/{path}"
        databases: [{ migrations: { settings: { placeholderReplacement: false } } }]
        releases:
          from: list
          list:
            - { version: "../../1.0", through: "1", title: "<script>alert(15)</script>" }
            - { version: "<script>", through: "2" }
            - { version: "CON", through: "3" }
        """;
  }

  @Test
  void markdownHoldsNothingThatItWasNotGiven(@TempDir Path folder) throws Exception {
    MarkdownPages pages = new MarkdownPages(site.get("chronicle.json"));
    assertEquals(List.of(), pages.broken(List.of()));
    assertTrue(pages.followedLinks() > 1000);
    Pattern plain =
        Pattern.compile(
            "(?:_category_|[a-z0-9.-][a-z0-9._~-]{0,120})(?:\\.md|\\.json|\\.yml|\\.txt)");
    for (String path : pages.files().keySet()) {
      assertTrue(plain.matcher(path.replaceFirst(".*/", "")).matches(), path);
    }
    MarkdownSiteIT.compiled(pages, folder);
  }

  @Test
  @ExtendWith(Browsing.class)
  void scriptsFindNamesThatEveryObjectHasByBirth(Browser browser) {
    Path folder = temp.resolve("deep/er/shop/out/site");
    for (String page : List.of("index.html", "constraints.html", "compare.html#1.0..CON")) {
      browser.open(folder, page);
    }
    browser.open(folder, "columns.html#?table:keyed");
    browser.waitFor("document.querySelectorAll('table.sorts tbody tr').length === 3");
    assertEquals(
        "UQ FK → __proto__.id,PK FK → constructor.id,",
        browser.run(
            """
            [...document.querySelectorAll('table.sorts tbody tr')]
                .map(row => row.cells[5].innerText.replace(/\\s+/g, ' ').trim()).join()
            """));
    browser.open(folder, "tables/public.keyed.html");
    browser.waitFor("document.querySelector('.tools') && document.querySelector('.er-edge')");
    assertEquals(
        "",
        browser.run(
            """
            [...document.querySelectorAll('.er-edge path, .er-box')]
                .map(node => node.getAttribute('d') || node.getAttribute('transform'))
                .filter(drawn => /NaN|undefined/.test(drawn)).join()
            """));
    assertEquals(List.of(), browser.errors());
  }

  @Test
  void nothingIsWrittenOutsideOfTheSite() throws IOException {
    try (Stream<Path> all = Files.walk(temp)) {
      List<Path> strays =
          all.filter(Files::isRegularFile)
              .filter(file -> !file.startsWith(temp.resolve("deep/er/shop")))
              .toList();
      assertEquals(List.of(), strays);
    }
    try (Stream<Path> all = Files.list(temp.resolve("deep/er/shop/out"))) {
      assertEquals(1, all.count());
    }
  }

  @Test
  void everyFileCanLieOnEveryFileSystem() {
    Pattern plain = Pattern.compile("[a-z0-9._~-]{1,120}");
    Pattern device = Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
    Map<String, String> seen = new HashMap<>();
    for (String path : site.keySet()) {
      for (String part : path.split("/")) {
        assertTrue(plain.matcher(part).matches(), path);
        assertFalse(device.matcher(part).matches(), path + " is a device of Windows");
        assertFalse(part.endsWith("."), path);
      }
      String former = seen.put(path.toLowerCase(Locale.ROOT), path);
      assertEquals(null, former, path);
    }
  }

  @Test
  void everyTableHasItsPage() {
    long tables =
        ChronicleReader.read(site.get("chronicle.json")).schema().all(Table.class).count();
    long pages = site.keySet().stream().filter(path -> path.startsWith("tables/")).count();
    assertEquals(tables, pages);
    assertTrue(tables >= NAMES.size() + 18 - 2, tables + " tables");
    assertTrue(PAGES.size() > 5 * NAMES.size(), PAGES.size() + " pages");
  }

  @Test
  void howToWriteThePageOfATableThatNoFileCanBeCalledAfterIsTold() {
    assertEquals("Odd, but there.", pageOf("a?b#c&d=e").select("#why p").get(0).text());
    String told = pageOf("/etc/passwd").select("#why p.empty").text();
    assertTrue(
        told.matches(
            "No one has written down why this exists\\. Write docs/schema/[a-z0-9.-]+\\.md, a Markdown page"
                + " whose front matter says table: '/etc/passwd'; its first lines.*"),
        told);
    assertTrue(pageOf("nul").text().contains("Write docs/schema/nul.md, a Markdown page; its"));
  }

  private static Document pageOf(String table) {
    return PAGES.entrySet().stream()
        .filter(page -> page.getKey().startsWith("tables/"))
        .map(Map.Entry::getValue)
        .filter(page -> page.select("h1").text().replaceAll("^\"|\"$", "").equals(table))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aLinkWithinARationaleLeadsToItsHeading() {
    Document page = PAGES.get("tables/public.orders.html");
    assertEquals("there", page.select("a[href=#why-a-place]").text());
    assertEquals(List.of(), page.select("a[href=#nowhere]"));
  }

  @Test
  void aFootnoteOfAColumnsNoteHasAPlaceOfItsOwn() {
    Document page = PAGES.get("tables/public.orders.html");
    for (String place : List.of("fn-1", "col-id-fn-1", "col-id-fnref-1")) {
      assertEquals(1, page.select("#" + place).size(), place);
      assertEquals(1, page.select("a[href=#" + place + "]").size(), place);
    }
  }

  @Test
  void noPageHoldsWhatItWasNotGiven() {
    PAGES.forEach(
        (path, page) -> {
          for (Element element : page.getAllElements()) {
            String tag = element.normalName();
            if (tag.equals("script")) {
              assertTrue(
                  element.attr("src").matches("(\\.\\./)*assets/[a-z-]+\\.js"),
                  path + ": " + element);
              assertEquals("", element.data(), path);
            }
            if (tag.equals("img")) {
              assertTrue(
                  element.attr("src").matches("(\\.\\./)*pictures/[a-z0-9._~-]+\\.svg"),
                  path + ": " + element);
            }
            assertFalse(
                List.of("iframe", "object", "embed", "style", "base", "form").contains(tag),
                path + ": " + element);
            for (Attribute attribute : element.attributes()) {
              assertFalse(attribute.getKey().startsWith("on"), path + ": " + element);
              assertFalse(attribute.getKey().equals("style"), path + ": " + element);
              assertTrue(
                  attribute.getKey().matches("[a-zA-Z][a-zA-Z0-9:-]*"), path + ": " + element);
            }
          }
        });
  }

  @Test
  void everyLinkLeadsToAPlaceThatIsThereOnce() {
    PAGES.forEach(
        (path, page) -> {
          Map<String, Element> ids = new HashMap<>();
          page.getElementsByAttribute("id")
              .forEach(element -> assertEquals(null, ids.put(element.id(), element), path));
          page.getElementsByAttribute("href").forEach(each -> follow(path, each.attr("href")));
          page.getElementsByAttribute("src").forEach(each -> follow(path, each.attr("src")));
        });
  }

  private static void follow(String path, String target) {
    boolean shownInFolders = path.equals(SiteFile.MISSING) && target.startsWith("../");
    if (target.matches("https://(git|docs)\\.example\\.org/.*") || shownInFolders) {
      return;
    }
    assertFalse(target.matches("(?i)\\s*[a-z]+:.*"), path + ": " + target);
    URI to = URI.create("site:/" + path).resolve(target);
    String file = to.getPath().substring(1);
    assertTrue(site.containsKey(file), path + ": " + target);
    if (to.getFragment() != null && file.endsWith(".html")) {
      assertNotNull(PAGES.get(file).getElementById(to.getFragment()), path + ": " + target);
    }
  }

  @Test
  void theNavigationIsDataAndLeadsSomewhere() {
    JsonNode data = SearchPlaces.data(site, "nav-data.js").get("groups");
    assertTrue(data.isArray() && data.size() > 5);
    data.forEach(
        group -> group.get(1).forEach(item -> follow("index.html", item.get(1).asString())));
  }

  @Test
  void theSearchIndexIsDataAndLeadsSomewhere() {
    assertEquals(List.of(), SearchPlaces.dead(site));
    assertTrue(SearchPlaces.of(site).size() > 500);
  }

  @Test
  void whatATablesPageNamesIsInTheSearchIndex() {
    Set<String> found = new HashSet<>();
    SearchPlaces.of(site).forEach(place -> found.add(place.page() + "#" + place.anchor()));
    PAGES.forEach(
        (page, html) -> {
          if (page.matches("(tables|views|types)/.*")) {
            for (Element part :
                html.select("[id~=^(col|con|fk|idx|trg|pol|val)-]:not([id*=-fn])")) {
              assertTrue(found.contains(page + "#" + part.id()), page + "#" + part.id());
            }
          }
        });
  }

  @Test
  void theFeedIsXmlAndTheNotesHoldNoHtml() throws Exception {
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(site.get("feed.xml")));
    Parser parser = Parser.builder().build();
    HtmlRenderer renderer = HtmlRenderer.builder().build();
    site.forEach(
        (path, bytes) -> {
          if (path.endsWith(".md")) {
            String html = renderer.render(parser.parse(new String(bytes, StandardCharsets.UTF_8)));
            Document page = Jsoup.parse(html);
            assertEquals(List.of(), page.select("script, img, iframe, style"), path);
            page.select("a[href]")
                .forEach(a -> assertFalse(a.attr("href").startsWith("javascript"), path));
          }
        });
  }
}
