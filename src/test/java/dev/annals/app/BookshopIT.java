package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.json.ChronicleJson;
import dev.annals.json.ChronicleReader;
import dev.annals.judge.RuleBook;
import dev.annals.judge.design.DesignCatalogue;
import dev.annals.judge.rules.RulePages;
import dev.annals.judge.safety.SafetyCatalogue;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Severity;
import dev.annals.render.SiteRenderer;
import dev.annals.render.Theme;
import dev.annals.render.html.Templates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo is the golden test: the bookshop, built twice, outside of git. */
class BookshopIT {

  @TempDir static Path temp;
  private static SortedMap<String, byte[]> first;
  private static SortedMap<String, byte[]> second;

  @BeforeAll
  static void build() throws IOException {
    first = Bookshop.read(Bookshop.site());
    second = Bookshop.read(Bookshop.build(temp));
  }

  @Test
  void theSameInputGivesTheSameBytes() {
    assertEquals(first.keySet(), second.keySet());
    first.forEach((path, bytes) -> assertArrayEquals(bytes, second.get(path), path));
  }

  @Test
  void whatEachPageSaysIsAsItWas() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String path :
        List.of(
            "index.html",
            "tables/public.customer.html",
            "tables/public.payment.html",
            "tables/public.order_line.html",
            "areas/warehouse.html",
            "decisions/docs-adr-0003-prices-are-copies-57aeff11.html",
            "tables/public.author.html",
            "history/public.customer.html",
            "releases/4.0.html",
            "releases/4.0.md",
            "migrations/29.html",
            "migrations/30.html",
            "migrations/40.html",
            "checks.html",
            "checks/missing-page.html",
            "coverage.html",
            "diagram.html",
            "compare.html",
            "columns.html",
            "constraints.html",
            "triggers.html",
            "404.html",
            "tables/warehouse.stock_movement_2025_q4.html",
            "views/public.bestseller.html",
            "routines/public.available_quantity-integer-c74c7e49.html",
            "types/public.payment_method.html",
            "types/public.email.html",
            "types/warehouse.package_size.html",
            "sequences/public.order_number_seq.html",
            "migrations/r-book_listing.html",
            "rules/column-renamed.html",
            "releases/index.html",
            "feed.xml")) {
      all.append("==== ").append(path).append('\n').append(main(path)).append('\n');
    }
    for (String path :
        List.of("a-z.html", "tables.html", "migrations/index.html", "rules/index.html")) {
      all.append("==== the beginning of ").append(path).append('\n');
      String beginning = main(path).substring(0, 3000);
      all.append(beginning, 0, beginning.lastIndexOf('<')).append('\n');
    }
    all.append("==== all of environments.html\n").append(text("environments.html"));
    all.append("==== all of llms.txt\n").append(text("llms.txt"));
    Path golden = Path.of("src/test/resources/golden/bookshop.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, all);
    }
    assertEquals(Files.readString(golden), all.toString());
  }

  /** A kind of page that is added wants an example in the golden file. */
  @Test
  void everyKindOfPageHasAnExample() throws IOException {
    List<String> examples =
        Files.readAllLines(Path.of("src/test/resources/golden/bookshop.txt")).stream()
            .filter(line -> line.startsWith("==== "))
            .map(line -> kind(line.substring(line.lastIndexOf(' ') + 1)))
            .toList();
    List<String> without =
        first.keySet().stream()
            .filter(path -> path.matches(".*\\.(html|md|xml)"))
            .map(BookshopIT::kind)
            .distinct()
            .filter(kind -> !examples.contains(kind))
            .toList();
    assertEquals(List.of(), without);
  }

  /** {@code tables/*.html}; a page that is the only one of its kind is its own. */
  private static String kind(String path) {
    return path.endsWith("/index.html")
        ? path
        : path.replaceFirst("^([a-z]+)/.*\\.(html|md)$", "$1/*.$2");
  }

  private static String text(String path) {
    return new String(first.get(path), StandardCharsets.UTF_8);
  }

  /** What is within main, without pictures, which move when anything near them does. */
  private static String main(String path) {
    String text = text(path);
    Matcher matcher = Pattern.compile("(?s)<main[^>]*>(.*)</main>").matcher(text);
    return (matcher.find() ? matcher.group(1) : text)
        .replaceAll("(?s)<svg.*?</svg>", "(picture)")
        .replaceAll("\\n\\s*\\n+", "\n");
  }

  @Test
  void theDeliberateFlawsAreFoundAndNoOthers() {
    Chronicle chronicle = ChronicleReader.read(first.get("chronicle.json"));
    Map<String, List<String>> found =
        chronicle.findings().stream()
            .filter(finding -> SafetyCatalogue.rule(finding.rule()).isEmpty())
            .filter(finding -> DesignCatalogue.rule(finding.rule()).isEmpty())
            .collect(
                Collectors.groupingBy(
                    Finding::rule,
                    TreeMap::new,
                    Collectors.mapping(
                        finding -> finding.path().isEmpty() ? finding.message() : finding.path(),
                        Collectors.toList())));
    assertEquals(List.of("docs/schema/customer_order.md"), found.get("broken-link"));
    assertEquals(List.of("docs/schema/newsletter_signup.md"), found.get("gone-page"));
    assertEquals(
        List.of("docs/schema/shipment.md", "docs/schema/payment.md"), found.get("stale-page"));
    assertEquals(12, found.get("missing-page").size());
    assertEquals(List.of("migrations/U29__customer_soft_delete.sql"), found.get("undo-differs"));
    assertEquals(
        List.of(
            "release 4.1 is numbered as a minor release after 4.0.0: book takes only rows with"
                + " ((title)::text <> ''::text)"),
        found.get("under-versioned"));
    assertEquals(6, found.size());
  }

  @Test
  void whatIsWeakInTheSchemaIsFoundAtItsLine() {
    Chronicle chronicle = ChronicleReader.read(first.get("chronicle.json"));
    List<String> found =
        chronicle.findings().stream()
            .filter(finding -> DesignCatalogue.rule(finding.rule()).isPresent())
            .filter(finding -> finding.severity() != Severity.HINT)
            .map(
                finding ->
                    String.join(
                        " ",
                        finding.rule(),
                        finding.subjects().get(0).display(),
                        finding.path() + ":" + finding.line(),
                        finding.release()))
            .toList();
    assertEquals(
        List.of(
            "constraint-not-validated shipment.shipment_shipped_has_code"
                + " migrations/V55__tracking_code_rule.sql:5 Unreleased",
            "foreign-key-without-index warehouse.purchase_order.purchase_order_site_id_fkey"
                + " migrations/V15__purchase_orders.sql:10 2.0",
            "foreign-key-without-index book_promotion.book_promotion_book_id_fkey"
                + " migrations/V21__promotions.sql:17 3.0",
            "foreign-key-without-index cart_line.cart_line_book_id_fkey"
                + " migrations/V22__cart.sql:16 3.0",
            "foreign-key-without-index return_request.return_request_line_fkey"
                + " migrations/V38__return_requests.sql:14 4.1",
            "foreign-key-without-index shipment.shipment_site_id_fkey"
                + " migrations/V40__shipment_site.sql:6 4.1"),
        found);
  }

  @Test
  void whatBreaksOneOfTheShopsOwnStatementsNamesIt() {
    Chronicle chronicle = ChronicleReader.read(first.get("chronicle.json"));
    List<String> broken =
        chronicle.steps().stream()
            .flatMap(step -> step.changes().stream())
            .flatMap(
                judged ->
                    judged.evidence().broken().stream()
                        .map(
                            each ->
                                judged.verdict().rule() + " " + each.path() + ":" + each.line()))
            .toList();
    assertEquals(
        List.of(
            "column-dropped queries/old_mailing_tool.sql:2",
            "table-dropped queries/old_mailing_tool.sql:7",
            "time-part-lost queries/price_list_export.sql:2"),
        broken);
  }

  @Test
  void noChangeIsWithoutARule() {
    Chronicle chronicle = ChronicleReader.read(first.get("chronicle.json"));
    List<String> unruled =
        chronicle.steps().stream()
            .flatMap(step -> step.changes().stream())
            .filter(judged -> judged.verdict().rule().equals("unruled-change"))
            .map(judged -> judged.change().toString())
            .toList();
    assertEquals(List.of(), unruled);
  }

  @Test
  void aSavedChronicleRendersTheSameBytes() {
    Chronicle saved = ChronicleReader.read(first.get("chronicle.json"));
    assertArrayEquals(first.get("chronicle.json"), ChronicleJson.write(saved));
    new SiteRenderer(new Templates(), Theme.NONE, RuleBook.pages(), RulePages.notJudged())
        .render(
            saved, file -> assertArrayEquals(first.get(file.path()), file.bytes(), file.path()));
  }

  @Test
  void noPageIsHeavyAndNoneAsksTheNetwork() throws IOException {
    first.forEach(
        (path, bytes) -> {
          if (path.endsWith(".html")) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            assertFalse(
                Pattern.compile("(?:src|<link[^>]*href)=\"(?:https?:)?//").matcher(text).find(),
                path);
            assertFalse(text.contains(" style=\""), path);
            assertTrue(bytes.length < 300_000, path + " has " + bytes.length + " bytes");
          }
        });
    first.forEach(
        (path, bytes) -> {
          if (path.startsWith("tables/")) {
            assertTrue(bytes.length <= 30_000, path + " has " + bytes.length + " bytes");
          }
        });
    long assets =
        first.entrySet().stream()
            .filter(e -> e.getKey().startsWith("assets/") && !e.getKey().endsWith("-data.js"))
            .mapToLong(e -> e.getValue().length)
            .sum();
    assertTrue(assets <= 100_000, "assets have " + assets + " bytes");
    assertTrue(scripts() <= 60_000, "scripts have " + scripts() + " bytes, compressed");
  }

  /** All scripts that are programs and not data, as they travel. */
  private static int scripts() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(all)) {
      for (var file : first.entrySet()) {
        if (file.getKey().matches("assets/.*(?<!-data)\\.js")) {
          zip.write(file.getValue());
        }
      }
    }
    return all.size();
  }
}
