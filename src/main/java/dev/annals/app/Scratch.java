package dev.annals.app;

import dev.annals.app.config.DatabaseConfig;
import dev.annals.extract.replay.cache.ReplayCache;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.extract.replay.server.ServerSettings;
import java.util.Map;

/** Starts the server that a project is replayed on. */
public final class Scratch {

  private Scratch() {}

  /**
   * The server that a configuration asks for.
   *
   * @param offline fetch no binaries
   * @param environment the environment variables
   */
  public static ScratchServer server(
      DatabaseConfig database,
      boolean offline,
      Map<String, String> environment,
      Progress progress) {
    ServerSettings settings =
        ServerSettings.defaults()
            .withMajor(database.major())
            .withTrust(database.trust())
            .withOffline(offline)
            .withCacheFolder(Caches.folder(environment));
    if (database.scratch().given()) {
      return ScratchServer.external(
          database.scratch().url(),
          database.scratch().user(),
          database.scratch().password(),
          settings,
          progress::note);
    }
    return ScratchServer.whenNeeded(
        settings,
        progress::note,
        millis -> progress.done("scratch server started (%d ms)".formatted(millis)));
  }

  /** What former replays gave; nothing where that is not wanted. */
  public static ReplayCache cache(boolean wanted, Map<String, String> environment) {
    return wanted ? ReplayCache.in(Caches.folder(environment)) : ReplayCache.none();
  }
}
