package dev.annals.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.app.OwnSite;
import dev.annals.json.ChronicleReader;
import dev.annals.model.story.Release;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How heavy the site of a large schema may be; the demo's budgets are in {@code BookshopIT}. */
class WeightIT {

  private static final int TABLES = 300;

  @TempDir static Path temp;

  private static final SortedMap<String, byte[]> FILES = new TreeMap<>();

  @BeforeAll
  static void build() throws IOException {
    Path project = SyntheticProject.wide(temp.resolve("p"), TABLES);
    Path site = temp.resolve("site");
    OwnSite.of(project, site);
    try (Stream<Path> files = Files.walk(site)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        FILES.put(site.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
  }

  private static List<String> heavierThan(int bytes, String start, String end) {
    List<String> heavy = new ArrayList<>();
    FILES.forEach(
        (path, content) -> {
          boolean asked = path.startsWith(start) && path.endsWith(end);
          if (asked && content.length > bytes && !path.equals("diagram.html")) {
            heavy.add(path + " has " + content.length + " bytes");
          }
        });
    return heavy;
  }

  /** A hub that two thirds of all tables refer to is a table, too. */
  @Test
  void noTablesPageIsHeavy() {
    assertEquals(
        List.of(),
        heavierThan(30_000, "tables/public.", ".html").stream()
            .filter(path -> !path.contains("~"))
            .toList());
  }

  /** Where there are many tables, it names the pages that list them. */
  @Test
  void whatProgramsReadFirstIsSmall() {
    String text = new String(FILES.get("llms.txt"), StandardCharsets.UTF_8);
    assertTrue(text.length() < 10_000, text);
    assertTrue(text.contains("](tables.html)") && !text.contains("](tables/"), text);
  }

  @Test
  void noPageButTheWholeDiagramIsHeavy() {
    assertEquals(List.of(), heavierThan(300_000, "", ".html"));
  }

  /** What a reader of one table's page waits for, as it travels. */
  @Test
  void aTablesPageTravelsLightWithAllThatItLoads() throws IOException {
    int shared = 0;
    for (String name :
        List.of(
            "theme.js",
            "annals.css",
            "diagram.css",
            "nav-data.js",
            "annals.js",
            "search.js",
            "diagram.js",
            "icon.svg")) {
      shared += compressed(FILES.get("assets/" + name));
    }
    for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
      if (file.getKey().startsWith("tables/")) {
        int all = shared + compressed(file.getValue());
        assertTrue(all <= 60_000, file.getKey() + " travels with " + all + " bytes");
      }
    }
  }

  private static int compressed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.size();
  }

  /**
   * What grows with the schema, for each table: pages, pictures, data; rules are always the same.
   */
  @Test
  void aTableCostsLittle() {
    long bytes =
        FILES.entrySet().stream()
            .filter(file -> !file.getKey().matches("rules/.*|assets/(?!.*-data).*|.*schema[.]json"))
            .mapToLong(file -> file.getValue().length)
            .sum();
    assertTrue(bytes <= 25_800L * TABLES, bytes / TABLES + " bytes for each table");
  }

  /** A picture is in its page, or in files of its own, and the page says so; never in both. */
  @Test
  void aPictureIsToldOnce() {
    long own =
        FILES.keySet().stream()
            .filter(path -> path.startsWith("pictures/public."))
            .filter(path -> path.endsWith(".svg"))
            .count();
    assertTrue(own <= TABLES / 4, own + " pictures are files of their own");
  }

  /** What one migration does to all tables is told on its own pages, not on each of theirs. */
  @Test
  void aMigrationOfManyTablesIsHeavyNowhere() throws IOException {
    Path project = temp.resolve("many");
    StringBuilder made = new StringBuilder("CREATE DOMAIN place AS int;\n");
    StringBuilder changed = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      String table = "part_of_the_warehouse_" + i;
      made.append(
          "CREATE TABLE %s (id int PRIMARY KEY, next int, a place, b place);%n".formatted(table));
      changed.append(
          """
          ALTER TABLE %1$s ADD COLUMN note text NOT NULL DEFAULT 'nothing', ALTER COLUMN next TYPE bigint;
          CREATE INDEX ix_%1$s_next ON %1$s (next);
          ALTER TABLE %1$s ADD CONSTRAINT is_%1$s CHECK (note <> '%1$s' AND next > %2$s);
          COMMENT ON COLUMN %1$s.note IS 'What there is to say of place %2$s';
          """
              .formatted(table, i));
    }
    Path migrations = Files.createDirectories(project.resolve("migrations"));
    Files.writeString(migrations.resolve("V1__all.sql"), made);
    Files.writeString(migrations.resolve("V2__all.sql"), changed);
    Path site = temp.resolve("site-many");
    OwnSite.of(project, site);
    List<String> heavy = new ArrayList<>();
    try (Stream<Path> files = Files.walk(site)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".html")).toList()) {
        boolean table = file.getParent().endsWith("tables");
        if (Files.size(file) > (table ? 15_000 : 300_000) && !file.endsWith("diagram.html")) {
          heavy.add(site.relativize(file) + " has " + Files.size(file) + " bytes");
        }
      }
    }
    assertEquals(List.of(), heavy);
    String page = Files.readString(site.resolve("migrations/2.html"));
    assertTrue(page.contains("All 400 tables"), "all locks are a click away");
    assertTrue(page.contains("more lines are in"), "so is the rest of the file");
    String table = Files.readString(site.resolve("tables/public.part_of_the_warehouse_7.html"));
    assertTrue(table.contains("and 397 more. <span"), "what a finding is about is named in part");
    assertTrue(
        table.contains("<a href=\"../rules/missing-lock-timeout.html\">"), "its rule has why");
    assertTrue(
        Files.readString(site.resolve("releases/2.html"))
            .contains("<a href=\"../migrations/2~all-changes.html\">all changes, a line each</a>"),
        "a release of one migration has the same list");
    List<String> gathered = Jsoup.parse(page).select(".what:matches(^400 )").eachText();
    assertTrue(
        gathered.stream().anyMatch(line -> line.startsWith("400 check constraints are new.")),
        () -> "what is alike is told once: " + gathered);
    assertTrue(
        page.contains("200 more: <a href=\"2~all-changes.html\">"), "with a way to all of it");
    assertTrue(
        Files.readString(site.resolve("types/public.place.html"))
            .contains("<a href=\"public.place~used-by.html\">300 more</a>"),
        "a type names the first 500 columns that are of it");
    byte[] chronicle = Files.readAllBytes(site.resolve("chronicle.json"));
    for (Release release : ChronicleReader.read(chronicle).releases()) {
      assertTrue(release.changes().size() >= 400, "a release has the changes of its only step");
    }
  }
}
