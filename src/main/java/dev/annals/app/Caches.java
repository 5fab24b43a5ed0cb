package dev.annals.app;

import dev.annals.extract.history.ProjectCode;
import dev.annals.extract.replay.server.CacheFolder;
import dev.annals.kept.Store;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where Annals keeps what can be made again. */
public final class Caches {

  private Caches() {}

  /** {@code ANNALS_CACHE}, else the user's cache folder as the XDG specification has it. */
  static Path folder(Map<String, String> environment) {
    String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
    return CacheFolder.of(environment, Path.of(home));
  }

  /**
   * Where what was made of a project's replays is kept; empty where nothing may be.
   *
   * @param server the server's build; empty where that is not known
   */
  static Optional<Store> work(BuildRequest request, String server) {
    return request.cached() && request.code() == ProjectCode.NONE && !server.isEmpty()
        ? Optional.of(work(request.environment()))
        : Optional.empty();
  }

  /** What was made of a replay; all that keep something there make room by one measure. */
  public static Store work(Map<String, String> environment) {
    return new Store(folder(environment).resolve("work"), Store.LIMIT / 4);
  }
}
