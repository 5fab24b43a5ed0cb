package dev.annals.extract.replay.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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

  /** A database of {@link #get()} as a driver takes it: our servers listen on no network. */
  public static String address(String database) throws SQLException {
    try (Connection connection = get().admin(database);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT current_setting('unix_socket_directories') || '/.s.PGSQL.' || current_setting('port')")) {
      assertTrue(row.next());
      return "jdbc:postgresql://localhost/%s?sslmode=disable&socketFactory=%s&socketFactoryArg=%s"
          .formatted(database, UnixSocketFactory.class.getName(), row.getString(1));
    }
  }

  private static ScratchServer start(int major) {
    ServerSettings settings = ServerSettings.defaults().withMajor(major).withOffline(true);
    return ScratchServer.embedded(settings, note -> {});
  }
}
