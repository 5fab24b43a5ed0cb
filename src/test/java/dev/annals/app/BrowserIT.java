package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
            new BuildRequest(project, project.resolve("annals.yml"), site, true, Map.of()),
            Progress.SILENT)
        .run();
  }

  /** The page as it stands after its scripts have run. */
  private static String dom(String page) throws Exception {
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
                "--virtual-time-budget=4000",
                "--dump-dom",
                "file://" + site.resolve("index.html").getParent() + "/" + page));
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
}
