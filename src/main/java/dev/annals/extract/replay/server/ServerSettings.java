package dev.annals.extract.replay.server;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a scratch server is to be.
 *
 * @param major the PostgreSQL major; 0 for the one that Annals carries
 * @param trust whether migrations run as superuser
 * @param offline whether fetching another major's binaries is forbidden
 * @param cacheFolder where unpacked binaries are kept between runs
 * @param statementTimeout how long one statement of a migration may take; zero for no limit
 */
public record ServerSettings(
    int major, boolean trust, boolean offline, Path cacheFolder, Duration statementTimeout) {

  /** The carried major, not trusted, the user's cache folder, ten minutes a statement. */
  public static ServerSettings defaults() {
    return new ServerSettings(0, false, false, CacheFolder.ofUser(), Duration.ofMinutes(10));
  }

  /** The same for another major. */
  public ServerSettings withMajor(int newMajor) {
    return new ServerSettings(newMajor, trust, offline, cacheFolder, statementTimeout);
  }

  /** The same, trusted or not. */
  public ServerSettings withTrust(boolean newTrust) {
    return new ServerSettings(major, newTrust, offline, cacheFolder, statementTimeout);
  }

  /** The same, allowed to fetch binaries or not. */
  public ServerSettings withOffline(boolean newOffline) {
    return new ServerSettings(major, trust, newOffline, cacheFolder, statementTimeout);
  }

  /** The same with another cache folder. */
  public ServerSettings withCacheFolder(Path newCacheFolder) {
    return new ServerSettings(major, trust, offline, newCacheFolder, statementTimeout);
  }

  /** The same with another limit. */
  public ServerSettings withStatementTimeout(Duration newStatementTimeout) {
    return new ServerSettings(major, trust, offline, cacheFolder, newStatementTimeout);
  }
}
