package dev.annals.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.model.site.SiteFile;
import dev.annals.publish.SiteWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build that is interrupted, politely or not, leaves the former site and nothing else. */
class InterruptIT {

  private static final int INTERRUPTED = 130;
  private static final int TERMINATED = 143;
  private static final int KILLED = 137;

  /** Tests that run in the background of a script hand on that interrupts are ignored. */
  private static final List<String> HEEDED =
      List.of("/usr/bin/env", "--default-signal=INT", "/bin/true");

  @TempDir Path temp;
  private Path project;
  private Path scratch;
  private Path site;

  /** Writes half a site, says so and waits to be ended. */
  public static final class Victim {
    private Victim() {}

    /** Takes the output folder and the folder of locks. */
    public static void main(String[] arguments) throws InterruptedException {
      try (SiteWriter writer = SiteWriter.open(Path.of(arguments[0]), Path.of(arguments[1]))) {
        for (int i = 0; ; i++) {
          writer.accept(SiteFile.text("half/" + i + ".html", "half"));
          if (i == 100) {
            System.err.println("half written");
          }
          Thread.sleep(1);
        }
      }
    }
  }

  @BeforeEach
  void publishAFormerSite() throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/setsid")),
        "no setsid here: no process group of its own can be interrupted");
    project = Files.createDirectories(temp.resolve("shop/migrations")).getParent();
    scratch = Files.createDirectory(temp.resolve("t"));
    site = project.resolve("build/schema-site");
    Files.writeString(
        project.resolve("migrations/V1__a.sql"), "CREATE TABLE customer (id int PRIMARY KEY);");
    Process first = build();
    String said = rest(first);
    assertEquals(0, first.waitFor(), said);
  }

  @Test
  void interruptedDuringReplay() throws Exception {
    endedDuringReplay("-INT", INTERRUPTED);
  }

  @Test
  void terminatedDuringReplay() throws Exception {
    endedDuringReplay("-TERM", TERMINATED);
  }

  @Test
  void killedDuringReplay() throws Exception {
    endedDuringReplay("-KILL", KILLED);
  }

  @Test
  void aServerThatDiesInTheMiddleIsToldAsThat() throws Exception {
    Files.writeString(
        project.resolve("migrations/V2__b.sql"), "CREATE TABLE b (id int); SELECT pg_sleep(300);");
    Process build = build();
    StringBuilder said = new StringBuilder();
    waitFor(build, "replaying 2/2", said);
    build
        .descendants()
        .filter(each -> commandLine(each).contains("/bin/postgres -D"))
        .filter(each -> !commandLine(each).contains("sh -c"))
        .forEach(ProcessHandle::destroyForcibly);
    said.append(rest(build));
    assertEquals(3, build.waitFor(), said.toString());
    assertTrue(
        said.toString().contains("annals: replaying migrations/V2__b.sql:1: "), said::toString);
    assertTrue(said.toString().contains("The scratch server has gone away."), said::toString);
    eventually(() -> names(scratch).isEmpty());
  }

  @Test
  void interruptedWhileWriting() throws Exception {
    endedWhileWriting("-INT", INTERRUPTED);
    assertEquals(List.of("schema-site"), names(site.getParent()));
  }

  @Test
  void terminatedWhileWriting() throws Exception {
    endedWhileWriting("-TERM", TERMINATED);
    assertEquals(List.of("schema-site"), names(site.getParent()));
  }

  @Test
  void killedWhileWritingAndCleanedUpByTheNextBuild() throws Exception {
    endedWhileWriting("-KILL", KILLED);
    assertEquals(
        List.of(".schema-site.annals-new", "schema-site"),
        names(site.getParent()),
        "nobody could clean up");
    Process next = build();
    String said = rest(next);
    assertEquals(0, next.waitFor(), said);
    assertEquals(List.of("schema-site"), names(site.getParent()));
    assertFalse(Files.exists(site.resolve("half")));
  }

  private void endedDuringReplay(String signal, int code) throws Exception {
    Map<String, byte[]> former = content();
    Files.writeString(
        project.resolve("migrations/V2__b.sql"), "CREATE TABLE b (id int); SELECT pg_sleep(300);");
    Process build = build();
    StringBuilder said = new StringBuilder();
    waitFor(build, "replaying 2/2", said);
    List<ProcessHandle> descendants = build.descendants().toList();
    assertTrue(
        descendants.stream().anyMatch(each -> commandLine(each).contains("postgres")),
        "a server runs");
    assertFalse(names(scratch).isEmpty(), "its folder is there");
    end(build, signal);
    said.append(rest(build));
    assertEquals(code, build.waitFor(), said.toString());
    assertFalse(said.toString().contains("defect of ours"), said.toString());
    eventually(() -> descendants.stream().noneMatch(ProcessHandle::isAlive));
    eventually(() -> names(scratch).isEmpty());
    unchanged(former);
    assertEquals(List.of("schema-site"), names(site.getParent()));
  }

  private void endedWhileWriting(String signal, int code) throws Exception {
    Map<String, byte[]> former = content();
    Process victim =
        java(Victim.class, List.of(site.toString(), temp.resolve("cache/locks").toString()));
    waitFor(victim, "half written", new StringBuilder());
    assertTrue(Files.exists(site.resolveSibling(".schema-site.annals-new/half/99.html")));
    end(victim, signal);
    String said = rest(victim);
    assertEquals(code, victim.waitFor(), said);
    assertEquals("", said);
    unchanged(former);
  }

  private Process build() throws Exception {
    return java(Main.class, List.of("build", "--offline", "-v", project.toString()));
  }

  /** In a process group of its own, as a shell gives each command. */
  private Process java(Class<?> main, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add("/usr/bin/setsid");
    if (new ProcessBuilder(HEEDED).start().waitFor() == 0) {
      command.addAll(HEEDED.subList(0, 2));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-Djava.io.tmpdir=" + scratch, "-cp"));
    command.addAll(List.of(System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectInput(ProcessBuilder.Redirect.PIPE)
        .start();
  }

  private static void waitFor(Process process, String words, StringBuilder said)
      throws IOException {
    BufferedReader lines = process.errorReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.append(line).append('\n');
      if (line.contains(words)) {
        return;
      }
    }
    throw new AssertionError("it never said \"" + words + "\" but:\n" + said);
  }

  /** What it says from here on, to its end. */
  private static String rest(Process process) {
    return process.errorReader().lines().collect(Collectors.joining("\n"));
  }

  /** Signals the whole group, as a terminal does; kill -9 is for the process alone. */
  private static void end(Process process, String signal) throws Exception {
    if (signal.equals("-INT")) {
      Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
      boolean ignored = ignoresInterrupts(status);
      if (ignored) {
        process.destroyForcibly().waitFor();
      }
      Assumptions.assumeFalse(
          ignored,
          "started where interrupts are ignored, as with nohup, by an env that cannot change that");
    }
    String whom = signal.equals("-INT") ? "-" + process.pid() : String.valueOf(process.pid());
    assertEquals(0, new ProcessBuilder("kill", signal, "--", whom).inheritIO().start().waitFor());
  }

  private static boolean ignoresInterrupts(Path status) throws IOException {
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }

  private static String commandLine(ProcessHandle process) {
    return process.info().commandLine().orElse("");
  }

  private Map<String, byte[]> content() throws IOException {
    Map<String, byte[]> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(site)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        all.put(site.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return all;
  }

  private void unchanged(Map<String, byte[]> former) throws IOException {
    Map<String, byte[]> now = content();
    assertEquals(former.keySet(), now.keySet());
    former.forEach((path, bytes) -> assertArrayEquals(bytes, now.get(path), path));
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(each -> each.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void eventually(BooleanSupplier done) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!done.getAsBoolean() && System.nanoTime() < end) {
      Thread.sleep(10);
    }
    assertTrue(done.getAsBoolean());
  }
}
