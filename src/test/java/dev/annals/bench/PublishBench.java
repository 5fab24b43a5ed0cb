package dev.annals.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annals.extract.history.FlywaySettings;
import dev.annals.extract.history.SettingsReader;
import dev.annals.extract.replay.FlywayRun;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.extract.replay.server.SharedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole command {@code annals build}, in a process of its own with 1 GiB of heap, on synthetic
 * projects of three releases; first with nothing known, then with the replay known but no page,
 * which is what publishing takes; or on a project of yours. With a SchemaSpy application jar (its
 * licence keeps it out of our own dependencies' reach: name one that you have) the same schema is
 * given to SchemaSpy, in turn: with pictures of so many steps, of which two are its own default.
 *
 * <pre>
 * mvn test -Pbench -Dtest=PublishBench -Dbench.tables=100,1000 -Dbench.schemaspy=schemaspy-app.jar
 *     -Dbench.degrees=1,2
 * mvn test -Pbench -Dtest=PublishBench -Dbench.project=DIR -Dbench.folder=migrations …
 * </pre>
 */
@Tag("bench")
class PublishBench {

  private static final int BLOCK = 4096;

  @TempDir Path temp;

  /**
   * One process.
   *
   * @param seconds how long it took
   * @param bytes how much it wrote: the sum of the sizes of its files
   * @param blocks how much room they take in blocks of 4 KiB
   * @param files how many
   */
  private record Run(double seconds, long bytes, long blocks, int files) {

    private String wrote() {
      return String.format(
          Locale.ROOT, "%.1f MB (%.1f MB in blocks) in %d files", bytes / 1e6, blocks / 1e6, files);
    }
  }

  @Test
  void publishAgainstSchemaSpy() throws Exception {
    String own = System.getProperty("bench.project", "");
    if (!own.isEmpty()) {
      Path project = Path.of(own).toAbsolutePath();
      measure(project.getFileName().toString(), project);
      return;
    }
    for (String size : System.getProperty("bench.tables", "100,1000").split(",")) {
      int tables = Integer.parseInt(size);
      measure(size + " tables", SyntheticProject.wide(temp.resolve("p" + tables), tables));
    }
  }

  private void measure(String name, Path project) throws Exception {
    Run cold = annals(project);
    Run known = published(project);
    Run again = published(project);
    double publishing = Math.min(known.seconds(), again.seconds());
    System.out.printf(
        Locale.ROOT,
        "%s: whole %.1f s, replay known %.1f s, %s%n",
        name,
        cold.seconds(),
        publishing,
        known.wrote());
    String spy = System.getProperty("bench.schemaspy", "");
    for (String degree : System.getProperty("bench.degrees", "1").split(",")) {
      if (!spy.isEmpty()) {
        Run other = schemaSpy(Path.of(spy).toAbsolutePath(), project, degree);
        System.out.printf(
            Locale.ROOT,
            "%s: SchemaSpy, degree %s, %.1f s, %s: %.1f times as long, %.2f times as large%n",
            name,
            degree,
            other.seconds(),
            other.wrote(),
            other.seconds() / publishing,
            (double) other.bytes() / known.bytes());
      }
    }
  }

  /** A build that knows the replay, but no page of what it wrote before. */
  private Run published(Path project) throws IOException, InterruptedException {
    for (Path folder : List.of(temp.resolve("cache").resolve("work"), site(project))) {
      try (Stream<Path> below = Files.walk(folder)) {
        for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    return annals(project);
  }

  private Path site(Path project) {
    return temp.resolve("site-" + project.getFileName());
  }

  private Run annals(Path project) throws IOException, InterruptedException {
    Path site = site(project);
    return run(
        List.of("./annals", "build", "-q", "-o", site.toString(), project.toString()),
        site,
        Map.of("ANNALS_CACHE", temp.resolve("cache").toString(), "ANNALS_JAVA_OPTIONS", "-Xmx1g"));
  }

  private Run schemaSpy(Path jar, Path project, String degree) throws Exception {
    FlywaySettings settings =
        SettingsReader.read(
            project, List.of(System.getProperty("bench.folder", "migrations")), Map.of());
    ScratchServer server = SharedServer.get();
    String database = FlywayRun.migrate(server, project, settings);
    Path site = temp.resolve("spy-" + degree + "-" + project.getFileName());
    String socket;
    try (Connection connection = server.admin(database);
        var statement = connection.createStatement();
        var result =
            statement.executeQuery(
                "SELECT setting || '/.s.PGSQL.' || current_setting('port') FROM pg_settings"
                    + " WHERE name = 'unix_socket_directories'")) {
      result.next();
      socket = result.getString(1);
    }
    List<String> command = new ArrayList<>(List.of(java(), "-Xmx4g", "-jar", jar.toString()));
    command.addAll(List.of("-t", "pgsql11", "-host", "localhost", "-port", "5432"));
    command.addAll(List.of("-db", database, "-u", "annals_admin", "-s", "public"));
    command.addAll(List.of("-dp", driver() + java.io.File.pathSeparator + "target/classes"));
    command.addAll(
        List.of(
            "-connprops",
            "socketFactory\\=dev.annals.extract.replay.server.UnixSocketFactory;socketFactoryArg\\="
                + socket
                + ";sslmode\\=disable"));
    command.addAll(List.of("-imageformat", "svg", "-norows", "-o", site.toString()));
    command.addAll(List.of("-degree", degree));
    try {
      return run(command, site, Map.of());
    } finally {
      server.dropDatabase(database);
    }
  }

  private static String driver() throws Exception {
    return Path.of(
            org.postgresql.Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toString();
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static Run run(List<String> command, Path site, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile("annals-bench", ".log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(log.toFile()).environment().putAll(environment);
    long start = System.nanoTime();
    int code = builder.start().waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    assertEquals(0, code, Files.readString(log));
    Files.delete(log);
    try (Stream<Path> files = Files.walk(site)) {
      long bytes = 0;
      long blocks = 0;
      int count = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        long size = Files.size(file);
        bytes += size;
        blocks += (size + BLOCK - 1) / BLOCK * BLOCK;
        count++;
      }
      return new Run(seconds, bytes, blocks, count);
    }
  }
}
