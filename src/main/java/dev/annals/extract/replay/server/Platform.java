package dev.annals.extract.replay.server;

import java.util.Locale;

/** Which build of the server fits this machine. */
final class Platform {

  private Platform() {}

  private static String system() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
  }

  private static boolean arm() {
    return System.getProperty("os.arch", "").toLowerCase(Locale.ROOT).matches("aarch64|arm64");
  }

  static boolean mac() {
    return system().startsWith("mac");
  }

  /** The end of the artifact's name: {@code linux-amd64}. */
  static String artifact() {
    return (mac() ? "darwin" : "linux") + (arm() ? "-arm64v8" : "-amd64");
  }

  /** The archive within the artifact: {@code postgres-linux-x86_64.txz}. */
  static String archive() {
    return "postgres-" + (mac() ? "darwin" : "linux") + (arm() ? "-arm_64" : "-x86_64") + ".txz";
  }

  /** True for the user that PostgreSQL refuses to run as. */
  static boolean root() {
    return "root".equals(System.getProperty("user.name"));
  }
}
