package dev.annals.app;

import static org.junit.jupiter.api.Assertions.fail;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A real Chromium, driven over its own protocol: one process for all tests of a class. */
final class Browser implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Map<String, Integer> KEYS =
      Map.of(
          "Enter",
          13,
          "Tab",
          9,
          "Escape",
          27,
          "ArrowDown",
          40,
          "ArrowUp",
          38,
          "ArrowRight",
          39,
          "ArrowLeft",
          37);

  private final Process process;
  private final WebSocket socket;
  private final List<String> errors = new CopyOnWriteArrayList<>();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private int last;

  private Browser(Process process, String address) {
    this.process = process;
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address), new Listener())
            .join();
  }

  /** Starts it; skips the tests where there is none, unless the environment demands one. */
  static Browser start(Path folder) throws Exception {
    Optional<Path> found =
        Stream.of("chromium", "chromium-browser", "google-chrome")
            .flatMap(
                name ->
                    Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                        .map(path -> Path.of(path, name)))
            .filter(Files::isExecutable)
            .findFirst();
    if (found.isEmpty() && System.getenv("ANNALS_BROWSER_REQUIRED") != null) {
      fail("no Chromium was found, and here the browser tests have to run");
    }
    Assumptions.assumeTrue(found.isPresent(), "no Chromium on the PATH: browser tests are skipped");
    Path profile = Files.createDirectories(folder.resolve("profile"));
    List<String> command =
        List.of(
            found.get().toString(),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--remote-debugging-port=0",
            "--user-data-dir=" + profile,
            "about:blank");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Path port = profile.resolve("DevToolsActivePort");
    for (int i = 0; i < 600 && (!Files.exists(port) || Files.size(port) == 0); i++) {
      Thread.sleep(50);
    }
    String root = "http://127.0.0.1:" + Files.readAllLines(port).get(0);
    return new Browser(process, page(root));
  }

  private static String page(String root) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(root + "/json")).build();
    String text =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    for (JsonNode target : JSON.readTree(text)) {
      if (target.path("type").asString("").equals("page")) {
        return target.path("webSocketDebuggerUrl").asString("");
      }
    }
    throw new IllegalStateException("the browser has no page: " + text);
  }

  /** Sends a command and waits for its answer. */
  JsonNode send(String method, Object... pairs) {
    ObjectNode message = JSON.createObjectNode();
    int id = ++last;
    message.put("id", id).put("method", method);
    ObjectNode values = message.putObject("params");
    for (int i = 0; i < pairs.length; i += 2) {
      values.set((String) pairs[i], JSON.valueToTree(pairs[i + 1]));
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    socket.sendText(message.toString(), true).join();
    return answer.orTimeout(60, TimeUnit.SECONDS).join();
  }

  /** Opens a page and waits until its scripts have run. */
  void open(Path site, String page) {
    send("Page.enable");
    send("Runtime.enable");
    send("Page.navigate", "url", "about:blank");
    send("Page.navigate", "url", "file://" + site + "/" + page);
    waitFor("document.readyState === 'complete' && location.href.startsWith('file:')");
  }

  /** Opens a page of a server. */
  void visit(URI address) {
    send("Page.enable");
    send("Runtime.enable");
    send("Page.navigate", "url", address.toString());
    waitFor("document.readyState === 'complete' && location.href.startsWith('http:')");
  }

  /** Runs a script in the page; its value as text. */
  String run(String script) {
    JsonNode answer =
        send("Runtime.evaluate", "expression", script, "awaitPromise", true, "returnByValue", true);
    if (answer.path("result").has("exceptionDetails")) {
      throw new AssertionError(script + ": " + answer.path("result").path("exceptionDetails"));
    }
    return answer.path("result").path("result").path("value").asString("");
  }

  boolean is(String script) {
    return Boolean.parseBoolean(run("!!(" + script + ")"));
  }

  /** Waits until something holds in the page. */
  void waitFor(String script) {
    for (int i = 0; i < 400; i++) {
      try {
        if (is(script)) {
          return;
        }
        Thread.sleep(25);
      } catch (AssertionError | InterruptedException e) {
        // between two pages there is nothing to ask
      }
    }
    fail("it never came true: " + script + " at " + run("location.href + document.body.innerText"));
  }

  /** Presses keys, one after another: names of keys, or text that is typed. */
  void keys(String... keys) {
    for (String key : keys) {
      boolean shift = key.startsWith("Shift+");
      boolean control = key.startsWith("Control+");
      boolean alt = key.startsWith("Alt+");
      String name = key.replaceFirst("^(Shift|Control|Alt)\\+", "");
      if (!KEYS.containsKey(name) && !control) {
        for (String letter : name.split("")) {
          press("keyDown", letter, 0, letter);
          press("keyUp", letter, 0, "");
        }
      } else {
        press(
            "keyDown",
            name,
            shift ? 8 : control ? 2 : alt ? 1 : 0,
            name.equals("Enter") ? "\r" : "");
        press("keyUp", name, 0, "");
      }
    }
  }

  private void press(String type, String key, int modifiers, String text) {
    send(
        "Input.dispatchKeyEvent",
        "type",
        type,
        "key",
        key,
        "text",
        text,
        "modifiers",
        modifiers,
        "windowsVirtualKeyCode",
        KEYS.getOrDefault(key, 0));
  }

  /** Clicks what a selector finds, with the mouse, where a reader would; it has to be in reach. */
  void click(String selector) {
    String find = "document.querySelector(" + JSON.valueToTree(selector) + ")";
    waitFor(find);
    // one script finds the place and looks what is there, so that nothing moves in between
    String place =
        """
        (() => { const e = %s; e.scrollIntoView({block: 'center', behavior: 'instant'});
          const r = e.getClientRects()[0] ?? e.getBoundingClientRect(), x = r.x + r.width / 2, y = r.y + r.height / 2;
          const hit = document.elementFromPoint(x, y);
          return e.contains(hit) ? x + ' ' + y : 'covered by ' + hit?.outerHTML?.slice(0, 200) })()
        """
            .formatted(find);
    waitFor("!(" + place.strip() + ").startsWith('covered')");
    String[] at = settled(place).split(" ");
    double x = Double.parseDouble(at[0]);
    double y = Double.parseDouble(at[1]);
    mouse("mouseMoved", x, y);
    press(x, y);
  }

  /** Clicks a place of the window, whatever is there. */
  void press(double x, double y) {
    mouse("mousePressed", x, y);
    mouse("mouseReleased", x, y);
  }

  /** Drags with the mouse, in ten steps, from a place of the window by so much. */
  void drag(double x, double y, double right, double down) {
    mouse("mouseMoved", x, y);
    mouse("mousePressed", x, y);
    for (int step = 1; step <= 10; step++) {
      mouse("mouseMoved", x + right * step / 10, y + down * step / 10);
    }
    mouse("mouseReleased", x + right, y + down);
  }

  /** Something the mouse does at a place of the window. */
  void mouse(String type, double x, double y) {
    send(
        "Input.dispatchMouseEvent",
        "type",
        type,
        "x",
        x,
        "y",
        y,
        "button",
        "left",
        "clickCount",
        1);
  }

  /** What a script says twice in a row: pictures come in, and what is below them moves. */
  private String settled(String script) {
    String before = "";
    String now = run(script);
    for (int look = 0; look < 100 && !now.equals(before); look++) {
      run("new Promise(done => setTimeout(() => done(''), 50))");
      before = now;
      now = run(script);
    }
    return now;
  }

  /** Makes the window as large as a reader's; a narrow one is a telephone. */
  void size(int width, int height) {
    send(
        "Emulation.setDeviceMetricsOverride",
        "width",
        width,
        "height",
        height,
        "deviceScaleFactor",
        1,
        "mobile",
        width < 500);
  }

  /** What scripts complained about, and what the policy refused, since the start. */
  List<String> errors() {
    return new ArrayList<>(errors);
  }

  /** The same, and none of them is told again. */
  List<String> forgetErrors() {
    List<String> told = errors();
    errors.removeAll(told);
    return told;
  }

  @Override
  public void close() {
    socket.abort();
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean end) {
      text.append(data);
      if (end) {
        take(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    private void take(String message) {
      JsonNode json = JSON.readTree(message);
      String method = json.path("method").asString("");
      if (method.equals("Runtime.exceptionThrown")
          || (method.equals("Log.entryAdded")
              && json.at("/params/entry/level").asString("").equals("error"))) {
        errors.add(json.path("params").toString());
      }
      CompletableFuture<JsonNode> answer = waiting.remove(json.path("id").asInt());
      if (answer != null) {
        answer.complete(json);
      }
    }
  }
}
