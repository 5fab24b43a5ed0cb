package dev.annals.extract.replay.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The texts of this package that are not Java. */
final class ServerSql {

  private ServerSql() {}

  /** The SQL of that name. */
  static String sql(String name) {
    return text("/sql/postgresql/server/" + name);
  }

  /** The program that watches over a server. */
  static String watch() {
    return text("/dev/annals/extract/replay/server/watch.sh");
  }

  private static String text(String path) {
    try (InputStream in = ServerSql.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A name as SQL writes it. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
