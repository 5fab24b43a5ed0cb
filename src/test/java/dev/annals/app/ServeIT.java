package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.model.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site that is shown while it is written: over HTTP, as browsers and others ask for it. */
class ServeIT {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final String PAGE = "tables/public.customer.html";

  /** For all tests: what one has replayed the next one knows. */
  @TempDir static Path cache;

  @TempDir Path project;
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final List<Problem> problems = new CopyOnWriteArrayList<>();
  private ServeSite site;
  private Thread watching;
  private Events events;

  @BeforeEach
  void begin() throws IOException {
    put("annals.yml", "title: Shop\ntheme: theme\n");
    put("migrations/V1__a.sql", "CREATE TABLE customer (id int PRIMARY KEY, name text);");
    put("docs/schema/customer.md", "---\ndecisions: [docs/adr/1.md]\n---\nWho buys.\n");
    put("docs/adr/1.md", "# Customers have names\n\nSo be it.\n");
    put("theme/style.css", ":root { --link: #a0f; }");
    site = new ServeSite(request(), 0, true, progress(), problems::add);
    watching = new Thread(site::run, "watching");
    watching.start();
    events = new Events();
  }

  @AfterEach
  void end() throws Exception {
    events.close();
    site.close();
    watching.join();
  }

  private BuildRequest request() {
    Map<String, String> environment = Map.of("ANNALS_CACHE", cache.toString());
    Path config = project.resolve("annals.yml");
    return new BuildRequest(project, config, null, true, true, environment);
  }

  private Progress progress() {
    return new Progress() {
      @Override
      public void at(String what, int done, int all, String item) {}

      @Override
      public void done(String what) {
        said.add(what);
      }

      @Override
      public void note(String text) {}
    };
  }

  private void put(String path, String text) throws IOException {
    Path file = project.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(site.address().resolve("/" + path)).build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  private String text(String path) throws Exception {
    return new String(get(path).body(), StandardCharsets.UTF_8);
  }

  /** What a page hears that waits for a new edition. */
  private final class Events implements AutoCloseable {
    private final Socket socket = new Socket(HERE, site.address().getPort());
    private final BufferedReader lines =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

    Events() throws IOException {
      socket.setSoTimeout(60_000);
      String request =
          "GET /_annals/events?seen=1 HTTP/1.1\r\nHost: localhost:%d\r\n\r\n"
              .formatted(site.address().getPort());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      String line = lines.readLine();
      while (!line.startsWith("retry:")) {
        line = lines.readLine();
      }
    }

    /** Waits for the next edition. */
    long next() throws IOException {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("data: ")) {
          return Long.parseLong(line.substring(6));
        }
      }
      throw new IOException("the stream has ended");
    }

    /** Waits until a page is as it should be: a slow disk may tell an edit in two parts. */
    String until(String path, String wanted) throws Exception {
      while (true) {
        next();
        String text = text(path);
        if (text.contains(wanted)) {
          return text;
        }
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  void anEditOfAPageIsShown() throws Exception {
    assertTrue(text(PAGE).contains("Who buys."));
    put("docs/schema/customer.md", "Who buys, and who once did.\n");
    String page = events.until(PAGE, "and who once did");
    assertTrue(page.contains("<script src=\"/_annals/reload.js\" data-edition=\""), page);
    assertEquals(200, get("_annals/reload.js").statusCode());
    assertFalse(Files.exists(project.resolve("build")), "serving publishes nothing");
    assertTrue(
        said.stream().anyMatch(line -> line.startsWith("docs/schema/customer.md changed")),
        said::toString);
    assertEquals(1, said.stream().filter(line -> line.contains("1 migration ")).count());
  }

  @Test
  void aPageThatIsOldIsToldAtOnce() throws Exception {
    put("docs/schema/customer.md", "Who buys today.\n");
    events.until(PAGE, "today");
    try (Events late = new Events()) {
      assertNotEquals(1, late.next());
    }
  }

  @Test
  void everythingThatIsPublishedIsServed() throws Exception {
    put("docs/schema/picture.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    put("docs/schema/customer.md", "Who buys. ![It](picture.svg)\n");
    events.until(PAGE, "<img");
    Path output = project.resolve("site");
    BuildRequest request = request();
    new BuildSite(
            new BuildRequest(
                request.project(), request.config(), output, true, true, request.environment()),
            Progress.SILENT)
        .run();
    for (var file : Bookshop.read(output).entrySet()) {
      if (file.getKey().equals(".annals-site")) {
        continue;
      }
      byte[] served = get(file.getKey()).body();
      if (file.getKey().endsWith(".html")) {
        String whole = new String(file.getValue(), StandardCharsets.UTF_8);
        assertFalse(whole.contains("_annals/"), file.getKey());
        String text = new String(served, StandardCharsets.UTF_8);
        assertEquals(
            whole,
            text.replaceAll("(?m)^<(link|script)[^\\n]*/_annals/[^\\n]*\\n", ""),
            file.getKey());
      } else {
        assertArrayEquals(file.getValue(), served, file.getKey());
      }
    }
  }

  @Test
  void aBadEditKeepsTheLastGoodSiteAndSaysWhatIsWrong() throws Exception {
    put("annals.yml", "title: Shop\n\"tit<b>le\": Shop\n");
    String page = events.until("index.html", "annals-problem");
    assertTrue(page.contains("tit&lt;b&gt;le"), page);
    assertFalse(page.contains("tit<b>le"), page);
    assertTrue(text(PAGE).contains("Who buys."));
    assertTrue(problems.get(0).getMessage().contains("annals.yml"), problems::toString);
    put("docs/schema/customer.md", "Who buys now.\n");
    put("annals.yml", "title: Store\n");
    page = events.until("index.html", "Store");
    assertFalse(page.contains("annals-problem"), page);
    assertTrue(text(PAGE).contains("Who buys now."));
  }

  @Test
  void aTemplateThatFailsIsToldAndTheOldPageStays() throws Exception {
    assertEquals(200, get("index.html").statusCode());
    put("theme/templates/home.ftlh", "${nothing.of.that.name}");
    String page = events.until("index.html", "annals-problem");
    assertTrue(page.contains("home.ftlh:1"), page);
    assertTrue(page.contains("Worth knowing") || page.contains("Releases"), page);
  }

  @Test
  void aPageThatGoesIsGone() throws Exception {
    String path =
        text(PAGE).lines().filter(line -> line.contains("decisions/")).findFirst().orElseThrow();
    path = path.replaceFirst("(?s).*href=\"\\.\\./(decisions/[^\"]*)\".*", "$1");
    assertTrue(path.startsWith("decisions/"), path);
    assertEquals(200, get(path).statusCode());
    Files.delete(project.resolve("docs/adr/1.md"));
    put("docs/schema/customer.md", "Who buys, undecided.\n");
    events.until(PAGE, "undecided");
    HttpResponse<byte[]> gone = get(path);
    assertEquals(404, gone.statusCode());
    String page = new String(gone.body(), StandardCharsets.UTF_8);
    assertTrue(page.contains("_annals/reload.js"), page);
    assertTrue(page.contains("There is no page at this address"), page);
  }

  @Test
  void aNewMigrationIsReplayedAndNoOther() throws Exception {
    assertEquals(404, get("tables/public.basket.html").statusCode());
    put("migrations/V2__b.sql", "CREATE TABLE basket (id int PRIMARY KEY);");
    events.until("tables/public.basket.html", "<h1");
    assertTrue(
        said.stream().anyMatch(line -> line.startsWith("2 migrations known from before but 1")),
        said::toString);
    put("migrations/V3__c.sql", "CREATE TABLE <nonsense>;");
    String page = events.until("tables/public.basket.html", "annals-problem");
    assertTrue(page.contains("V3__c.sql:1") && page.contains("&lt;"), page);
    Files.delete(project.resolve("migrations/V3__c.sql"));
    while (text("index.html").contains("annals-problem")) {
      events.next();
    }
  }

  @Test
  void nobodyElseIsAnswered() throws Exception {
    int port = site.address().getPort();
    for (String host :
        List.of("evil.example:" + port, "localhost", "localhost:1", "127.0.0.1", "")) {
      String answer = raw("GET /index.html HTTP/1.1\r\nHost: " + host + "\r\nConnection: close");
      assertTrue(answer.startsWith("HTTP/1.1 421 ") || answer.startsWith("HTTP/1.1 400 "), answer);
      assertFalse(answer.contains("Shop"), answer);
    }
    assertTrue(raw("GET /index.html HTTP/1.0").startsWith("HTTP/1.1 421 "));
    String here = "\r\nHost: localhost:" + port + "\r\nConnection: close";
    for (String path :
        List.of(
            "/..%2fannals.yml",
            "/../annals.yml",
            "/tables/..%2f..%2fannals.yml",
            "/..%5cannals.yml",
            "/%2e%2e/annals.yml",
            "//annals.yml",
            "/annals.yml",
            "/_annals/../reload.js",
            "/_annals/theme.js",
            "/%00",
            "/%zz")) {
      String answer = raw("GET " + path + " HTTP/1.1" + here);
      assertTrue(
          answer.startsWith("HTTP/1.1 404 ") || answer.startsWith("HTTP/1.1 400 "),
          path + ": " + answer);
      assertFalse(answer.contains("title:"), answer);
    }
    assertTrue(raw("POST / HTTP/1.1" + here).startsWith("HTTP/1.1 405 "));
    assertFalse(raw("GET /%3Cb%3E.html HTTP/1.1" + here).contains("<b>"));
  }

  @Test
  void headTellsWhatGetWould() throws Exception {
    String here = "\r\nHost: 127.0.0.1:" + site.address().getPort() + "\r\nConnection: close";
    String head = raw("HEAD / HTTP/1.1" + here);
    String get = raw("GET / HTTP/1.1" + here);
    int end = get.indexOf("\r\n\r\n") + 4;
    assertEquals(head.length(), head.indexOf("\r\n\r\n") + 4, head);
    assertEquals(
        head.replaceFirst("Date: .*", ""), get.substring(0, end).replaceFirst("Date: .*", ""));
    assertTrue(head.contains("Content-type: text/html; charset=utf-8"), head);
    assertTrue(head.contains("Cross-origin-resource-policy: same-origin"), head);
    assertTrue(head.contains("Content-security-policy: default-src 'none';"), head);
    assertTrue(raw("HEAD /_annals/events HTTP/1.1" + here).contains("text/event-stream"));
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(HERE, site.address().getPort())) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write((request + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aPortThatIsTakenIsAnErrorOrLeftToItsOwner() {
    int port = site.address().getPort();
    Problem taken =
        assertThrows(
            Problem.class,
            () -> new ServeSite(request(), port, true, Progress.SILENT, problems::add));
    assertTrue(taken.getMessage().startsWith("serving on port " + port), taken.getMessage());
    assertEquals(Problem.Kind.FAILURE, taken.kind());
    try (ServeSite second = new ServeSite(request(), port, false, Progress.SILENT, problems::add)) {
      assertNotEquals(port, second.address().getPort());
    }
  }

  @Test
  void aProjectThatCannotBeReadIsNotServed() throws Exception {
    put("annals.yml", "nonsense: 1\n");
    assertThrows(
        Problem.class, () -> new ServeSite(request(), 0, true, Progress.SILENT, problems::add));
  }

  @Test
  void theOpenPageShowsTheEdit() throws Exception {
    try (Browser browser = Browser.start(cache)) {
      browser.visit(URI.create(site.address() + PAGE));
      browser.waitFor("document.body.innerText.includes('Who buys.')");
      put("docs/schema/customer.md", "Who buys and sells.\n");
      browser.waitFor("document.body.innerText.includes('Who buys and sells.')");
      put("annals.yml", "nonsense: 1\n");
      browser.waitFor("document.querySelector('.annals-problem')");
      assertEquals(
          "fixed",
          browser.run("getComputedStyle(document.querySelector('.annals-problem')).position"));
      put("annals.yml", "title: Mended\n");
      browser.waitFor(
          "document.title.includes('Mended') && !document.querySelector('.annals-problem')");
      assertEquals(List.of(), browser.errors());
    }
  }
}
