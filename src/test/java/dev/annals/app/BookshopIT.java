package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.json.ChronicleJson;
import dev.annals.json.ChronicleReader;
import dev.annals.judge.rules.RulePages;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Finding;
import dev.annals.render.SiteRenderer;
import dev.annals.render.html.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.stream.Stream;
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
    first = build("one");
    second = build("two");
  }

  private static SortedMap<String, byte[]> build(String name) throws IOException {
    Path project = temp.resolve(name).resolve("bookshop");
    copy(Path.of("examples/bookshop"), project);
    Path output = temp.resolve(name + "-site");
    BuildRequest request =
        new BuildRequest(project, project.resolve("annals.yml"), output, true, Map.of());
    new BuildSite(request, Progress.SILENT).run();
    return read(output);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (file.startsWith(from.resolve("build"))) {
          continue;
        }
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private static SortedMap<String, byte[]> read(Path site) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(site)) {
      walk.filter(Files::isRegularFile)
          .forEach(
              file -> {
                try {
                  files.put(site.relativize(file).toString(), Files.readAllBytes(file));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
    return files;
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
            "tables/public.author.html",
            "releases/4.0.html",
            "releases/4.0.md",
            "migrations/30.html",
            "checks.html")) {
      all.append("==== ").append(path).append('\n').append(main(path)).append('\n');
    }
    Path golden = Path.of("src/test/resources/golden/bookshop.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, all);
    }
    assertEquals(Files.readString(golden), all.toString());
  }

  /** What is within main, without pictures, which move when anything near them does. */
  private static String main(String path) {
    String text = new String(first.get(path), StandardCharsets.UTF_8);
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
            .filter(finding -> !finding.rule().equals("long-lock"))
            .collect(
                Collectors.groupingBy(
                    Finding::rule,
                    TreeMap::new,
                    Collectors.mapping(
                        finding ->
                            finding.path().isEmpty()
                                ? finding.subjects().get(0).display()
                                : finding.path(),
                        Collectors.toList())));
    assertEquals(List.of("docs/schema/customer_order.md"), found.get("broken-link"));
    assertEquals(List.of("docs/schema/newsletter_signup.md"), found.get("gone-page"));
    assertEquals(
        List.of("docs/schema/payment.md", "docs/schema/shipment.md"), found.get("stale-page"));
    assertEquals(12, found.get("missing-page").size());
    assertEquals(4, found.size());
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
    new SiteRenderer(new Templates(), RulePages.all())
        .render(
            saved, file -> assertArrayEquals(first.get(file.path()), file.bytes(), file.path()));
  }

  @Test
  void noPageIsHeavyAndNoneAsksTheNetwork() {
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
    long assets =
        first.entrySet().stream()
            .filter(e -> e.getKey().startsWith("assets/") && !e.getKey().endsWith("-data.js"))
            .mapToLong(e -> e.getValue().length)
            .sum();
    assertTrue(assets < 100_000, "assets have " + assets + " bytes");
  }
}
