package dev.annals.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the moment a page is saved until it can be read: in a site that is built again, in a process
 * of its own whose replays are known, and in one that is served. The bookshop, and synthetic
 * projects in which every table has a page.
 *
 * <pre>
 * mvn test -Pbench -Dtest=EditBench -Dbench.tables=1000 -Dbench.runs=10
 * </pre>
 */
@Tag("bench")
class EditBench {

  private static final int RUNS = Integer.getInteger("bench.runs", 10);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir Path temp;

  @Test
  void fromAnEditToThePage() throws Exception {
    Path shop = temp.resolve("bookshop");
    copy(Path.of("examples/bookshop"), shop);
    measure("bookshop", shop, shop.resolve("docs/schema/customer.md"));
    for (String size : System.getProperty("bench.tables", "1000").split(",")) {
      int tables = Integer.parseInt(size);
      Path project = SyntheticProject.wide(temp.resolve("p" + tables), tables);
      measure(tables + " tables", project, pages(project));
    }
  }

  private void measure(String what, Path project, Path page) throws Exception {
    Path site = temp.resolve("site");
    List<String> build = List.of("build", "-q", "--offline", "-o", site.toString());
    run(build, project);
    String original = Files.readString(page);
    List<Long> built = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      Files.writeString(page, original + "\nBuilt " + i + ".\n");
      built.add(millis(() -> run(build, project)));
    }
    List<Long> served = served(project, page, original);
    System.out.printf(
        Locale.ROOT,
        "%s: built again after %d ms, served after %d ms (medians of %d)%n",
        what,
        median(built),
        median(served),
        RUNS);
  }

  private List<Long> served(Path project, Path page, String original) throws Exception {
    Process process = start(List.of("serve", "-q", "--offline", "--port", "0"), project);
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      URI home = URI.create(out.readLine());
      String path = find(home, page);
      List<Long> served = new ArrayList<>();
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), home.getPort())) {
        BufferedReader events = listen(socket, home);
        for (int i = 0; i < RUNS; i++) {
          String text = "Served " + i + ".";
          get(home, path);
          Files.writeString(page, original + "\n" + text + "\n");
          served.add(
              millis(
                  () -> {
                    String line = events.readLine();
                    while (!line.startsWith("data:") || !get(home, path).contains(text)) {
                      line = events.readLine();
                    }
                    return line;
                  }));
        }
      }
      return served;
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private static BufferedReader listen(Socket socket, URI home) throws IOException {
    String request =
        "GET /_annals/events?seen=1 HTTP/1.1\r\nHost: localhost:%d\r\n\r\n"
            .formatted(home.getPort());
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    BufferedReader events =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    String line = events.readLine();
    while (!line.startsWith("retry:")) {
      line = events.readLine();
    }
    return events;
  }

  /** The page of the table that a file is about: of many tables no one page lists them all. */
  private static String find(URI home, Path page) throws Exception {
    String name = page.getFileName().toString().replace(".md", "");
    String path = "tables/public." + name + ".html";
    assertTrue(get(home, path).contains("<h1"), path);
    return path;
  }

  private static String get(URI home, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(home.resolve(path)).build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private int run(List<String> arguments, Path project) throws IOException, InterruptedException {
    Process process = start(arguments, project);
    process.getInputStream().readAllBytes();
    assertEquals(0, process.waitFor());
    return 0;
  }

  private Process start(List<String> arguments, Path project) throws IOException {
    List<String> command = new ArrayList<>(List.of(Path.of("annals").toAbsolutePath().toString()));
    command.addAll(arguments);
    command.add(project.toString());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("ANNALS_CACHE", temp.resolve("cache").toString());
    return builder.start();
  }

  private static long millis(Callable<?> work) throws Exception {
    long begun = System.nanoTime();
    work.call();
    return (System.nanoTime() - begun) / 1_000_000;
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  /** Gives every table a page; one of them. */
  private static Path pages(Path project) throws IOException {
    Path folder = Files.createDirectories(project.resolve("docs/schema"));
    Path one = null;
    try (Stream<Path> files = Files.list(project.resolve("migrations"))) {
      for (Path file : files.toList()) {
        for (String line : Files.readAllLines(file)) {
          if (line.startsWith("CREATE TABLE ")) {
            String name = line.substring(13).replaceFirst("[^a-z0-9_].*", "");
            one = folder.resolve(name + ".md");
            Files.writeString(one, "What a " + name + " is for, as the team has it.\n");
          }
        }
      }
    }
    return one;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
