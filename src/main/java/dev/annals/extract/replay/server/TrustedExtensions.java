package dev.annals.extract.replay.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Lets the owner of a database install more of PostgreSQL's own extensions than the distribution
 * does. Only such whose scripts define functions and types and call nothing, and whose functions
 * reach neither files nor programs nor the network: not file_fdw, postgres_fdw, dblink, adminpack,
 * pageinspect, xml2; nor earthdistance, whose script calls what the schema of cube holds.
 */
final class TrustedExtensions {

  private static final List<String> HARMLESS =
      List.of(
          "autoinc",
          "bloom",
          "insert_username",
          "moddatetime",
          "pg_buffercache",
          "pg_freespacemap",
          "pg_stat_statements",
          "pg_visibility",
          "pgrowlocks",
          "pgstattuple",
          "sslinfo");

  private TrustedExtensions() {}

  static void mark(Path folder) throws IOException {
    for (String name : HARMLESS) {
      Path control = folder.resolve(name + ".control");
      if (Files.exists(control)) {
        String text = Files.readString(control);
        if (!text.contains("trusted")) {
          Files.writeString(control, text + "trusted = true\n");
        }
      }
    }
  }
}
