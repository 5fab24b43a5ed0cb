package dev.annals.extract.replay.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One scratch server a major for all tests of this JVM. */
public final class SharedServer {

  private static final Map<Integer, ScratchServer> SERVERS = new ConcurrentHashMap<>();

  private SharedServer() {}

  /** The server of the bundled major. */
  public static ScratchServer get() {
    return get(0);
  }

  /** The server of a major; 0 for the bundled one. It ends with the JVM. */
  public static ScratchServer get(int major) {
    return SERVERS.computeIfAbsent(major, SharedServer::start);
  }

  private static ScratchServer start(int major) {
    ScratchServer server =
        ScratchServer.start(new ScratchServer.Settings(major, false, true, cache(), 60));
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    return server;
  }

  /** Where tests keep unpacked servers: with the build. */
  public static Path cache() {
    return Path.of("target", "cache").toAbsolutePath();
  }
}
