package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published site in a real Chromium, from {@code file://}. */
class BrowserIT {

  @TempDir static Path temp;
  private static Path site;
  private static String chromium;

  @BeforeAll
  static void build() throws IOException {
    Optional<String> found =
        Stream.of("chromium", "chromium-browser", "google-chrome")
            .flatMap(
                name ->
                    Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                        .map(folder -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .map(Path::toString)
            .findFirst();
    if (found.isEmpty() && System.getenv("ANNALS_BROWSER_REQUIRED") != null) {
      fail("no Chromium was found, and here the browser tests have to run");
    }
    Assumptions.assumeTrue(found.isPresent(), "no Chromium on the PATH: browser tests are skipped");
    chromium = found.get();
    Path project = temp.resolve("shop");
    Files.createDirectories(project.resolve("migrations"));
    Files.writeString(
        project.resolve("migrations/V1__a.sql"),
        """
        CREATE TABLE customer (id int PRIMARY KEY, full_name text);
        CREATE TABLE customer_order (id int PRIMARY KEY, customer_id int REFERENCES customer);
        COMMENT ON TABLE customer IS '<script>document.title = "taken over"</script>';
        """);
    site = temp.resolve("site");
    new BuildSite(
            new BuildRequest(project, project.resolve("annals.yml"), site, true, false, Map.of()),
            Progress.SILENT)
        .run();
  }

  /** The page as it stands after its scripts have run. */
  private static String dom(String page) throws Exception {
    return dom(site, page, 4000);
  }

  private static String dom(Path folder, String page, int milliseconds) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                chromium,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + Files.createTempDirectory(temp, "profile"),
                "--virtual-time-budget=" + milliseconds,
                "--dump-dom",
                "file://" + folder + "/" + page));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String dom = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the browser did not end");
    return dom;
  }

  @Test
  void scriptsRunFromFilesUnderTheStrictPolicy() throws Exception {
    String dom = dom("tables/public.customer_order.html");
    assertTrue(dom.contains("id=\"nav-filter\""), "the navigation was not built");
    assertTrue(
        dom.matches(
            "(?s).*<a href=\"\\.\\./tables/public\\.customer\\.html\" title=\"customer\">.*"));
    assertTrue(dom.contains("class=\"tools\""), "the diagram has no tools");
    assertTrue(dom.contains("data-from=\"customer_order\""), "the diagram has no foreign key");
  }

  @Test
  void searchFindsInfixesAndForgivesTypos() throws Exception {
    assertTrue(dom("index.html?q=full%20name").contains("<code>customer.full_name</code>"));
    assertTrue(dom("index.html?q=omer_ord").contains("<code>customer_order</code>"));
    assertTrue(dom("index.html?q=cutsomer").contains("<code>customer</code>"));
    assertTrue(dom("index.html?q=zzzzzz").contains("Nothing of that name"));
  }

  @Test
  void aHostileCommentStaysText() throws Exception {
    String dom = dom("tables/public.customer.html");
    assertTrue(dom.contains("<title>customer"));
    assertFalse(dom.contains("<title>taken over"));
  }

  /** The whole bookshop, with axe-core on the largest page of each kind. */
  @Test
  void noPageKeepsAnybodyOut() throws Exception {
    Path copy = temp.resolve("accessible");
    Bookshop.read(Bookshop.site()).forEach((path, bytes) -> copyWithAxe(copy, path, bytes));
    Files.write(copy.resolve("axe.js"), resource("/axe.min.js"));
    Files.write(copy.resolve("axe-run.js"), resource("/axe-run.js"));
    List<String> pages = new ArrayList<>(largestOfEachKind());
    assertTrue(pages.size() >= 14, pages.toString());
    pages.add("index.html?q=customer");
    List<String> violations = new ArrayList<>();
    for (String page : pages) {
      violations.addAll(violations(copy, page));
    }
    assertEquals(List.of(), violations, () -> String.join("\n", violations));
    String flawed =
        Files.readString(copy.resolve("index.html")).replace("<h1", "<img src=\"x\"><h1");
    Files.writeString(copy.resolve("flawed.html"), flawed);
    List<String> seen = violations(copy, "flawed.html");
    assertTrue(seen.get(0).startsWith("flawed.html light image-alt"), seen::toString);
    assertTrue(seen.get(1).startsWith("flawed.html dark image-alt"), seen::toString);
  }

  /** What axe found; a page on which it did not come to its end is a finding too. */
  private static List<String> violations(Path folder, String page) throws Exception {
    String dom = dom(folder, page, 30_000);
    Matcher result = Pattern.compile("data-axe=\"([^\"]*)\"").matcher(dom);
    if (!result.find()) {
      return List.of(page + ": axe did not come to its end");
    }
    String said = URLDecoder.decode(result.group(1), StandardCharsets.UTF_8);
    return said.lines().map(line -> page + " " + line).toList();
  }

  private static void copyWithAxe(Path folder, String path, byte[] bytes) {
    try {
      Path target = folder.resolve(path);
      Files.createDirectories(target.getParent());
      if (!path.endsWith(".html")) {
        Files.write(target, bytes);
        return;
      }
      String root = "../".repeat(path.length() - path.replace("/", "").length());
      String scripts =
          "<script defer src=\"%saxe.js\"></script><script defer src=\"%saxe-run.js\"></script>"
              .formatted(root, root);
      String text = new String(bytes, StandardCharsets.UTF_8);
      assertTrue(text.contains("</head>"), path);
      Files.writeString(target, text.replace("</head>", scripts + "</head>"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> largestOfEachKind() throws IOException {
    Map<String, String> largest = new TreeMap<>();
    Map<String, byte[]> files = Bookshop.read(Bookshop.site());
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

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = BrowserIT.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
