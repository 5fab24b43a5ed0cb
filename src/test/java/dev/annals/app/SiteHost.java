package dev.annals.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A site below a folder, as static hosts serve it: with the site's {@code 404.html} for what there
 * is not.
 */
final class SiteHost implements AutoCloseable {

  private static final String BASE = "/docs/db/";

  private final Path site;
  private final HttpServer server;

  private SiteHost(Path site, HttpServer server) {
    this.site = site;
    this.server = server;
    server.createContext("/", this::serve);
    server.start();
  }

  static SiteHost of(Path site) throws IOException {
    return new SiteHost(
        site, HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
  }

  /** The address of a page. */
  URI at(String page) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + BASE + page);
  }

  /** Files of the site, and nothing outside of its folder. */
  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Path file = site.resolve(path.startsWith(BASE) ? path.substring(BASE.length()) : "outside");
    boolean found = Files.isRegularFile(file);
    Path shown = found ? file : site.resolve("404.html");
    String name = shown.getFileName().toString();
    String type =
        name.endsWith(".html")
            ? "text/html; charset=utf-8"
            : name.endsWith(".js")
                ? "text/javascript; charset=utf-8"
                : name.endsWith(".css")
                    ? "text/css; charset=utf-8"
                    : name.endsWith(".svg") ? "image/svg+xml" : "application/octet-stream";
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(found ? 200 : 404, Files.size(shown));
    Files.copy(shown, exchange.getResponseBody());
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
