package dev.annals.app;

import dev.annals.extract.replay.server.CacheFolder;
import java.nio.file.Path;
import java.util.Map;

/** Where Annals keeps what can be made again. */
final class Caches {

  private Caches() {}

  /** {@code ANNALS_CACHE}, else the user's cache folder as the XDG specification has it. */
  static Path folder(Map<String, String> environment) {
    String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
    return CacheFolder.of(environment, Path.of(home));
  }
}
