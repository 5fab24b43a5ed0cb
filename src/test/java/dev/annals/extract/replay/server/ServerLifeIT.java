package dev.annals.extract.replay.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** A scratch server never outlives the process that started it. */
class ServerLifeIT {

  /** Starts a server, tells where it is and waits to be killed. */
  public static final class Victim {
    private Victim() {}

    /** Prints the folder. */
    public static void main(String[] arguments) throws Exception {
      try (ScratchServer server = ScratchServer.embedded(ServerSettings.defaults(), n -> {});
          Connection admin = server.admin("postgres")) {
        System.out.println(Path.of(ScratchServerIT.one(admin, "SHOW data_directory")).getParent());
        Thread.sleep(TimeUnit.MINUTES.toMillis(2));
      }
    }
  }

  private record Running(Process victim, Path folder, ProcessHandle postgres) {

    static Running start() throws IOException {
      Process victim =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Victim.class.getName())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      BufferedReader said = victim.inputReader();
      Path folder = Path.of(said.readLine());
      String pid = Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0);
      return new Running(victim, folder, ProcessHandle.of(Long.parseLong(pid)).orElseThrow());
    }
  }

  @Test
  void killedWithItsProcess() throws Exception {
    Running running = Running.start();
    assertEquals(
        "rwx------",
        java.nio.file.attribute.PosixFilePermissions.toString(
            Files.getPosixFilePermissions(running.folder())));
    running.victim().destroyForcibly().waitFor();
    eventually(() -> !running.postgres().isAlive());
    eventually(() -> !Files.exists(running.folder()));
  }

  @Test
  void cleanedUpByTheNextRunWhereTheWatcherWasKilledToo() throws Exception {
    Running running = Running.start();
    ProcessHandle watcher = running.postgres().parent().orElseThrow();
    // The other child of the watcher waits for the pipe; both must be gone.
    watcher.children().filter(each -> !each.equals(running.postgres())).forEach(each -> kill(each));
    kill(watcher);
    eventually(() -> !watcher.isAlive());
    ServerFolder.bases().forEach(Leftovers::remove);
    assertTrue(Files.exists(running.folder()), "its process still lives");
    assertTrue(running.postgres().isAlive());
    running.victim().destroyForcibly().waitFor();
    assertTrue(Files.exists(running.folder()));
    // a run that starts no server of its own, as it knows all that is asked
    ScratchServer.whenNeeded(ServerSettings.defaults(), n -> {}, m -> {}).close();
    assertFalse(Files.exists(running.folder()));
    eventually(() -> !running.postgres().isAlive());
  }

  private static void kill(ProcessHandle process) {
    assertTrue(process.destroyForcibly());
  }

  private static void eventually(BooleanSupplier done) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!done.getAsBoolean() && System.nanoTime() < end) {
      Thread.sleep(10);
    }
    assertTrue(done.getAsBoolean());
  }
}
