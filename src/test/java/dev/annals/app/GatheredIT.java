package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many keys and constraints that one migration adds are told in a line of each sort. */
class GatheredIT {

  private static final int TABLES = 12;

  @TempDir static Path project;

  private static SortedMap<String, byte[]> site;

  @BeforeAll
  static void build() throws IOException {
    put("annals.yml", "title: Shop\nreleases: { from: migrations }\n");
    put(
        "migrations/V1__a.sql",
        each("CREATE TABLE t%1$d (id int NOT NULL, code text, amount int, partner int);\n"));
    put(
        "migrations/V2__b.sql",
        each(
            """
            ALTER TABLE t%1$d ADD PRIMARY KEY (id);
            ALTER TABLE t%1$d ADD CONSTRAINT t%1$d_once UNIQUE (code);
            ALTER TABLE t%1$d ADD CONSTRAINT t%1$d_positive CHECK (amount > %1$d);
            ALTER TABLE t%1$d ADD CONSTRAINT t%1$d_early CHECK (amount < 9%1$d) NOT VALID;
            ALTER TABLE t%1$d ALTER amount SET NOT NULL;
            """));
    put(
        "migrations/V3__c.sql",
        each("ALTER TABLE t%1$d ADD CONSTRAINT t%1$d_to FOREIGN KEY (partner) REFERENCES t%2$d;\n")
            + "ALTER TABLE t1 DROP CONSTRAINT t1_to;\n");
    site = Bookshop.read(OwnSite.of(project));
  }

  private static String each(String sql) {
    return IntStream.rangeClosed(1, TABLES)
        .mapToObj(i -> sql.formatted(i, i % TABLES + 1))
        .collect(Collectors.joining());
  }

  private static void put(String path, String text) throws IOException {
    Path file = project.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String text(String path) {
    return new String(site.get(path), StandardCharsets.UTF_8);
  }

  private static final List<String> SAID =
      List.of(
          "12 columns no longer take null. breaking",
          "12 primary keys are new. breaking",
          "12 unique constraints are new and reject duplicates. breaking",
          "12 check constraints are new; old rows are not checked. breaking",
          "12 check constraints are new. breaking");

  private static void gathered(String page, List<String> lines) {
    Document document = Jsoup.parse(text(page));
    List<Element> all = document.select(".changes > li > div > details > ol.changes > li");
    assertEquals(
        lines.stream().sorted().toList(),
        document.select(".changes > li > div:has(> details > ol) > .what").eachText().stream()
            .sorted()
            .toList(),
        page);
    assertEquals(lines.stream().mapToInt(GatheredIT::count).sum(), all.size(), page);
    for (Element change : all) {
      assertTrue(change.id().matches("(added|changed)-[a-z-]+-t\\d+\\.[a-z0-9_]+"), change::id);
    }
  }

  private static int count(String line) {
    return Integer.parseInt(line.substring(0, line.indexOf(' ')));
  }

  @Test
  void pagesOfReleasesAndMigrationsTellThemInALineThatOpens() {
    gathered("releases/2.html", SAID);
    gathered("migrations/2.html", SAID);
    gathered("releases/3.html", List.of("11 foreign keys are new. breaking"));
    gathered("migrations/3.html", List.of("11 foreign keys are new. breaking"));
  }

  @Test
  void notesNameTheirTables() {
    String notes = text("releases/2.md");
    for (String line : SAID) {
      assertTrue(notes.contains("- **" + line.replace(" breaking", "**")), () -> line + notes);
    }
    assertTrue(notes.contains("  - `t1` (id), `t10` (id), `t11` (id)"), notes);
    assertTrue(notes.contains("  - `t1` (t1\\_once), `t10` (t10\\_once)"), notes);
    String keys = text("releases/3.md");
    assertTrue(keys.contains("`t10` (partner → t11), `t11` (partner → t12)"), keys);
  }

  @Test
  void markdownHasThemTogether() {
    MarkdownPages pages = new MarkdownPages(site.get("chronicle.json"));
    for (String page : List.of("releases/2.md", "migrations/2.md")) {
      String text = pages.files().get(page);
      for (String line : SAID) {
        assertTrue(
            text.contains("-   `~` " + line.replace(" breaking", " **breaking**\n"))
                || text.contains("-   `+` " + line.replace(" breaking", " **breaking**\n")),
            () -> line + text);
      }
      assertTrue(text.contains("    -   t3 has the primary key (id)"), text);
    }
  }
}
