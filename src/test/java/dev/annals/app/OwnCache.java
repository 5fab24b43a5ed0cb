package dev.annals.app;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A cache folder that begins empty and goes with this JVM: what an earlier run of the tests kept in
 * the user's own would decide what is replayed now.
 */
public final class OwnCache {

  private OwnCache() {}

  /** Made when it is first asked for. */
  private static final class Once {
    static final Path FOLDER = make();
  }

  /** The environment of a command that keeps its work there. */
  public static Map<String, String> environment() {
    return Map.of("ANNALS_CACHE", Once.FOLDER.toString());
  }

  private static Path make() {
    try {
      Path folder = Files.createTempDirectory("annals-test-cache");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      // the system clears its temporary files
    }
  }
}
