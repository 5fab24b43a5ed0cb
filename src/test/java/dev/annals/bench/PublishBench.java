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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole command {@code annals build}, in a process of its own with 1 GiB of heap, on synthetic
 * projects of three releases; first with nothing known, then with the replay known, which is what
 * publishing takes. With a SchemaSpy application jar (its licence keeps it out of our own
 * dependencies' reach: name one that you have) the same schema is given to SchemaSpy, in turn.
 *
 * <pre>
 * mvn test -Pbench -Dtest=PublishBench -Dbench.tables=100,1000 -Dbench.schemaspy=schemaspy-app.jar
 * </pre>
 */
@Tag("bench")
class PublishBench {

  @TempDir Path temp;

  /**
   * One process.
   *
   * @param seconds how long it took
   * @param bytes how much it wrote
   */
  private record Run(double seconds, long bytes) {}

  @Test
  void publishAgainstSchemaSpy() throws Exception {
    String spy = System.getProperty("bench.schemaspy", "");
    for (String size : System.getProperty("bench.tables", "100,1000").split(",")) {
      int tables = Integer.parseInt(size);
      Path project = SyntheticProject.wide(temp.resolve("p" + tables), tables);
      Run cold = annals(project);
      Run known = annals(project);
      Run again = annals(project);
      double publishing = Math.min(known.seconds(), again.seconds());
      System.out.printf(
          Locale.ROOT,
          "%d tables: whole %.1f s, replay known %.1f s, %.1f MB%n",
          tables,
          cold.seconds(),
          publishing,
          known.bytes() / 1e6);
      if (!spy.isEmpty()) {
        Run other = schemaSpy(Path.of(spy).toAbsolutePath(), project, tables);
        System.out.printf(
            Locale.ROOT,
            "%d tables: SchemaSpy %.1f s, %.1f MB: %.1f times as long, %.2f times as large%n",
            tables,
            other.seconds(),
            other.bytes() / 1e6,
            other.seconds() / publishing,
            (double) other.bytes() / known.bytes());
      }
    }
  }

  private Run annals(Path project) throws IOException, InterruptedException {
    Path site = project.resolve("build/schema-site");
    List<String> command =
        List.of(
            java(),
            "-Xmx1g",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            "target/annals-app.jar",
            "dev.annals.cli.Main",
            "build",
            "-q",
            "-o",
            site.toString(),
            project.toString());
    return run(command, site, Map.of("ANNALS_CACHE", temp.resolve("cache").toString()));
  }

  private Run schemaSpy(Path jar, Path project, int tables) throws Exception {
    FlywaySettings settings = SettingsReader.read(project, List.of("migrations"), Map.of());
    ScratchServer server = SharedServer.get();
    String database = FlywayRun.migrate(server, project, settings);
    Path site = temp.resolve("spy" + tables);
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
    command.addAll(tables > 300 ? List.of("-degree", "1") : List.of());
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
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return new Run(seconds, bytes);
    }
  }
}
