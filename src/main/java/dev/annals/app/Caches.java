package dev.annals.app;

import java.nio.file.Path;
import java.util.Map;

/** Where Annals keeps what can be made again. */
final class Caches {

  private Caches() {}

  /** {@code ANNALS_CACHE}, else the user's cache folder as the XDG specification has it. */
  static Path folder(Map<String, String> environment) {
    String own = environment.getOrDefault("ANNALS_CACHE", "");
    if (!own.isEmpty()) {
      return Path.of(own).toAbsolutePath();
    }
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
    return (xdg.isEmpty() ? Path.of(home, ".cache") : Path.of(xdg))
        .resolve("annals")
        .toAbsolutePath();
  }
}
