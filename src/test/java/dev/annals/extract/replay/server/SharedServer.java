package dev.annals.extract.replay.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Assumptions;

/**
 * One embedded server per major for all tests of a JVM; it ends with the JVM. A test takes a fresh
 * database of it, in some 30 ms. Roles are common to all: name them after the test.
 */
public final class SharedServer {

  private static final Map<Integer, ScratchServer> SERVERS = new ConcurrentHashMap<>();

  private SharedServer() {}

  /** The server of the bundled major. */
  public static ScratchServer get() {
    return get(0);
  }

  /** The server of a major; 0 for the bundled one. */
  public static ScratchServer get(int major) {
    return SERVERS.computeIfAbsent(major, SharedServer::start);
  }

  /** The server of a major; a test that cannot have it here is skipped, and says why. */
  public static ScratchServer available(int major) {
    if (major != 0 && !present(major)) {
      Assumptions.abort(
          "The binaries of PostgreSQL " + major + " are not in the local Maven repository.");
    }
    return get(major);
  }

  /** True where a major can be had here. */
  public static boolean present(int major) {
    return MavenBinaries.ofUser(Platform.current(), true).newest(major).isPresent()
        || get(0).major() == major;
  }

  /** A fresh database on {@link #get()}. */
  public static String database() {
    return get().createDatabase();
  }

  private static ScratchServer start(int major) {
    ServerSettings settings = ServerSettings.defaults().withMajor(major).withOffline(true);
    return ScratchServer.embedded(settings, note -> {});
  }
}
