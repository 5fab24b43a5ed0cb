package dev.annals.extract.replay.server;

import java.nio.file.Path;
import java.util.Map;

/** Where Annals keeps between runs what can be made again. */
public final class CacheFolder {

  private CacheFolder() {}

  static Path ofUser() {
    return of(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  /** {@code ANNALS_CACHE}, else the XDG cache folder, else {@code ~/.cache}. */
  public static Path of(Map<String, String> environment, Path home) {
    String own = environment.getOrDefault("ANNALS_CACHE", "");
    if (!own.isEmpty()) {
      return Path.of(own).toAbsolutePath();
    }
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path base = xdg.isEmpty() ? home.resolve(".cache") : Path.of(xdg);
    return base.resolve("annals").toAbsolutePath();
  }
}
