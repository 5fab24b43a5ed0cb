package dev.annals.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is really full: a small file system of its own, in memory. */
class DiskFullIT {

  @TempDir Path temp;
  private Path disk;
  private Path project;

  private record Outcome(int code, String out, String err) {}

  @BeforeEach
  void project() throws IOException {
    disk = Files.createDirectory(temp.resolve("disk"));
    project = Files.createDirectories(temp.resolve("shop/migrations")).getParent();
    Files.writeString(
        project.resolve("migrations/V1__a.sql"), "CREATE TABLE customer (id int PRIMARY KEY);");
  }

  @AfterEach
  void unmount() throws Exception {
    run(List.of("umount", "-l", disk.toString())); // whatever is still ending on it
  }

  @Test
  void whileWritingTheSite() throws Exception {
    mount("8m");
    Path site = disk.resolve("site");
    assertEquals(0, build(temp, "--output", site.toString()).code());
    byte[] former = Files.readAllBytes(site.resolve("index.html"));
    fill(disk.resolve("filling"));
    Outcome outcome = build(temp, "--output", site.toString());
    failed(
        outcome,
        "annals: writing the site to " + site + ": No space left on device",
        "  The former site, if there was one, is untouched. Make room there");
    assertArrayEquals(former, Files.readAllBytes(site.resolve("index.html")));
    assertEquals(List.of("filling", "site"), names(disk));
    Files.delete(disk.resolve("filling"));
    assertEquals(0, build(temp, "--output", site.toString()).code(), "and with room again");
  }

  @Test
  void whileTheScratchServerStarts() throws Exception {
    mount("10m");
    failed(
        build(disk),
        "annals: Starting a scratch PostgreSQL: it said nothing; 0 MB are free in " + disk,
        "-Djava.io.tmpdir");
    assertEquals(List.of(), names(disk));
  }

  @Test
  void whileAMigrationFillsItsTables() throws Exception {
    mount("80m");
    Files.writeString(
        project.resolve("migrations/V2__big.sql"),
        "CREATE TABLE big AS SELECT g, repeat('x', 900) AS t FROM generate_series(1, 150000) g;");
    failed(
        build(disk),
        "annals: replaying migrations/V2__big.sql:1: ",
        "No space left on device",
        "-Djava.io.tmpdir");
    for (int i = 0; i < 200 && !names(disk).isEmpty(); i++) {
      Thread.sleep(50); // the server's folder goes a moment after the server
    }
    assertEquals(List.of(), names(disk));
  }

  private void failed(Outcome outcome, String... fragments) {
    assertEquals(3, outcome.code(), outcome.err());
    for (String fragment : fragments) {
      assertTrue(
          outcome.err().contains(fragment), () -> fragment + "\nis not in:\n" + outcome.err());
    }
    assertFalse(outcome.err().contains("\tat "), "no stack trace without -v");
    assertFalse(Files.exists(project.resolve("build/schema-site")), "something was published");
  }

  private void mount(String size) throws Exception {
    Outcome mounted =
        run(List.of("mount", "-t", "tmpfs", "-o", "size=" + size, "annals-test", disk.toString()));
    Assumptions.assumeTrue(
        mounted.code() == 0, "no small file system may be mounted here: " + mounted.err());
  }

  private static void fill(Path file) throws IOException {
    byte[] block = new byte[4096];
    try (var out = Files.newOutputStream(file)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      assertTrue(Files.size(file) > 0, e.getMessage());
    }
  }

  private Outcome build(Path temporary, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-Djava.io.tmpdir=" + temporary, "-cp"));
    command.addAll(List.of(System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("build", "--offline", "--no-cache", project.toString()));
    command.addAll(List.of(options));
    return run(command);
  }

  private Outcome run(List<String> command) throws Exception {
    Path out = temp.resolve("said-out");
    Path err = temp.resolve("said-err");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(Map.of("LC_ALL", "C"));
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertTrue(process.waitFor(2, TimeUnit.MINUTES), "it does not end");
    return new Outcome(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }
}
