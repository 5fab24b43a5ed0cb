package dev.annals.extract.replay.server;

import java.nio.file.Path;

/**
 * An unpacked PostgreSQL.
 *
 * @param home the folder with {@code bin}, {@code lib} and {@code share}
 * @param major its major version
 */
record Installation(Path home, int major) {

  /** The path of one of its programs. */
  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }
}
