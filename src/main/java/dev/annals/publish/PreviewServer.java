package dev.annals.publish;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.annals.model.Problem;
import dev.annals.model.site.SiteFile;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Serves a site to the browsers of this machine, and to nobody else: it listens on the loopback
 * address alone, and hears only who asks for this machine by name, so that no page from elsewhere
 * can read it by way of a name of its own (DNS rebinding). It looks up addresses among the site's
 * files; there is no file system behind it. Pages learn of a new edition by themselves.
 */
public final class PreviewServer implements AutoCloseable {

  /** What every page of a site says itself; the directives behind it a page cannot say. */
  static final String POLICY =
      "default-src 'none'; connect-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'"
          + " data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** A picture may be opened by itself; its style stands in it, and it has no script. */
  static final String PICTURES =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";

  private static final int TRIED = 100;

  private final HttpServer server;
  private final ExecutorService threads;
  private final Listeners listeners;
  private final Function<String, Answer> site;

  private PreviewServer(HttpServer server, Function<String, Answer> site) {
    this.server = server;
    this.site = site;
    this.threads = Executors.newCachedThreadPool(PreviewServer::thread);
    this.listeners = new Listeners();
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /**
   * Begins to serve.
   *
   * @param port where; the next free one where {@code fixed} is false and it is taken
   * @param fixed whether another port will not do
   * @param site what it has under a path, without the first slash, {@link SiteFile#MISSING} among
   *     it; asked by several threads
   * @throws Problem if no port can be had
   */
  public static PreviewServer open(int port, boolean fixed, Function<String, Answer> site) {
    // headers and body are two writes: a browser need not acknowledge the first before the second
    System.setProperty("sun.net.httpserver.nodelay", "true");
    for (int tried = port; ; tried++) {
      try {
        InetAddress here = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        return new PreviewServer(HttpServer.create(new InetSocketAddress(here, tried), 0), site);
      } catch (BindException e) {
        if (fixed || tried + 1 >= Math.min(65_536, port + TRIED)) {
          throw Problem.failure(
              "serving on port " + tried + ": " + e.getMessage(),
              "Another program listens there, or it is not for everybody: name another"
                  + " (--port N), or leave --port out.",
              e);
        }
      } catch (IOException e) {
        throw Problem.failure("serving on port " + tried + ": " + e.getMessage(), "", e);
      }
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "annals-preview");
    thread.setDaemon(true);
    return thread;
  }

  /** Where the site's home page is. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** Tells all open pages that there is a new edition. */
  public void changed(long edition) {
    listeners.tell(edition);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try {
      Headers headers = exchange.getResponseHeaders();
      headers.set("Cache-Control", "no-store");
      headers.set("Content-Security-Policy", POLICY);
      headers.set("Cross-Origin-Resource-Policy", "same-origin");
      headers.set("Referrer-Policy", "no-referrer");
      headers.set("X-Content-Type-Options", "nosniff");
      String host = exchange.getRequestHeaders().getFirst("Host");
      String method = exchange.getRequestMethod();
      if (!Requests.isHere(host, server.getAddress().getPort())) {
        give(exchange, 421, "text/plain", "This address is not served here.\n");
      } else if (!method.equals("GET") && !method.equals("HEAD")) {
        headers.set("Allow", "GET, HEAD");
        give(exchange, 405, "text/plain", "There is only GET and HEAD.\n");
      } else {
        answer(exchange, Requests.path(exchange.getRequestURI().getRawPath()));
      }
    } catch (IOException e) {
      exchange.close(); // whoever asked has gone away
    } catch (RuntimeException e) {
      trouble(exchange, e);
    }
  }

  private void answer(HttpExchange exchange, String path) throws IOException {
    if (path.equals(Injected.EVENTS)) {
      Answer now = site.apply("");
      listeners.add(exchange, Requests.seen(exchange.getRequestURI().getRawQuery()), now.edition());
      return;
    }
    if (Injected.isOurs(path)) {
      give(exchange, 200, ContentTypes.of(path), Injected.file(path));
      return;
    }
    Answer answer = site.apply(path);
    if (answer.file() == null) {
      byte[] page = Injected.into(site.apply(SiteFile.MISSING).file().bytes(), answer);
      give(exchange, 404, ContentTypes.of(".html"), page);
    } else {
      byte[] bytes = answer.file().bytes();
      boolean page = answer.file().path().endsWith(".html");
      if (answer.file().path().endsWith(".svg")) {
        exchange.getResponseHeaders().set("Content-Security-Policy", PICTURES);
      }
      give(
          exchange,
          200,
          ContentTypes.of(answer.file().path()),
          page ? Injected.into(bytes, answer) : bytes);
    }
  }

  /** A page of the team's cannot be made, or we have a defect: the page says so. */
  private void trouble(HttpExchange exchange, RuntimeException e) throws IOException {
    if (exchange.getResponseCode() >= 0) {
      exchange.close();
      return;
    }
    String text =
        e instanceof Problem problem
            ? problem.getMessage() + "\n" + problem.advice()
            : "a defect of ours: " + e;
    Answer now = new Answer(null, site.apply("").edition(), text);
    give(exchange, 500, ContentTypes.of(".html"), Injected.into(Injected.failed(), now));
  }

  private static void give(HttpExchange exchange, int code, String type, String text)
      throws IOException {
    give(exchange, code, type + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  private static void give(HttpExchange exchange, int code, String type, byte[] bytes)
      throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type);
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.getResponseHeaders().set("Content-Length", Integer.toString(bytes.length));
        exchange.sendResponseHeaders(code, -1);
      } else {
        exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  /** Ends it; open pages stay as they are. */
  @Override
  public void close() {
    listeners.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
