package dev.annals.extract.replay.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that watches over a server, with another program in the server's place. */
class WatchTest {

  @TempDir Path temp;
  private Path folder;
  private Path template;

  @BeforeEach
  void folders() throws IOException {
    folder = Files.createDirectories(temp.resolve("server"));
    template = Files.createDirectories(temp.resolve("template"));
    Files.writeString(template.resolve("PG_VERSION"), "17");
  }

  private Process watch(String... command) throws IOException {
    List<String> all =
        new ArrayList<>(List.of("sh", "-c", ServerSql.watch(), "annals", folder.toString()));
    all.addAll(List.of(template.toString(), "-"));
    all.addAll(List.of(command));
    return new ProcessBuilder(all).start();
  }

  @Test
  void whereTheAskerIsGoneBeforeTheServerHasStartedNothingStays() throws Exception {
    Process watch = watch("sleep", "3");
    watch.getOutputStream().close();
    assertTrue(watch.waitFor(30, TimeUnit.SECONDS));
    assertFalse(Files.exists(folder));
  }

  @Test
  void theLogOfAServerThatDoesNotStartStays() throws Exception {
    Process watch = watch("false");
    assertTrue(watch.waitFor(30, TimeUnit.SECONDS));
    assertEquals("17", Files.readString(folder.resolve("data/PG_VERSION")));
  }
}
