package dev.annals.publish;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Open pages that wait for a new edition, by server-sent events (HTML Standard, 9.2). No thread
 * waits with them.
 */
final class Listeners implements AutoCloseable {

  private static final int MOST = 200;
  private static final int PULSE_SECONDS = 10;

  private final Set<HttpExchange> open = new LinkedHashSet<>();
  private final ScheduledExecutorService pulse =
      Executors.newSingleThreadScheduledExecutor(Listeners::thread);

  Listeners() {
    // who has gone away is noticed when something is sent
    ScheduledFuture<?> unused =
        pulse.scheduleWithFixedDelay(
            () -> send(": here\n\n"), PULSE_SECONDS, PULSE_SECONDS, TimeUnit.SECONDS);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "annals-pulse");
    thread.setDaemon(true);
    return thread;
  }

  /** Lets a page wait; it is told at once where it has seen an older edition. */
  synchronized void add(HttpExchange exchange, long seen, long now) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(200, -1);
      exchange.close();
      return;
    }
    if (open.size() >= MOST) {
      Iterator<HttpExchange> oldest = open.iterator();
      oldest.next().close();
      oldest.remove();
    }
    exchange.sendResponseHeaders(200, 0);
    open.add(exchange);
    write(exchange, "retry: 500\n\n" + (seen == now ? "" : event(now)));
  }

  void tell(long edition) {
    send(event(edition));
  }

  private static String event(long edition) {
    return "event: edition\ndata: " + edition + "\n\n";
  }

  private synchronized void send(String text) {
    open.removeIf(
        exchange -> {
          try {
            write(exchange, text);
            return false;
          } catch (IOException e) {
            exchange.close();
            return true;
          }
        });
  }

  private static void write(HttpExchange exchange, String text) throws IOException {
    exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
    exchange.getResponseBody().flush();
  }

  @Override
  public synchronized void close() {
    pulse.shutdownNow();
    open.forEach(HttpExchange::close);
    open.clear();
  }
}
