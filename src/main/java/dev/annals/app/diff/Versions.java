package dev.annals.app.diff;

import dev.annals.model.history.Migration;
import dev.annals.model.history.VersionOrder;
import java.math.BigInteger;
import java.util.Collection;

/** Versions of migrations, and names of files that have them. */
final class Versions {

  private Versions() {}

  /** The highest of some versions; empty for none. */
  static String highest(Collection<String> versions) {
    return versions.stream().filter(v -> !v.isEmpty()).max(VersionOrder.LOWEST_FIRST).orElse("");
  }

  /** The version after another one: its last number plus one, as wide as it was. */
  static String next(String version) {
    int last = Math.max(version.lastIndexOf('.'), version.lastIndexOf('_')) + 1;
    String part = version.substring(last);
    if (!part.matches("\\d+")) {
      return version + ".1";
    }
    String next = new BigInteger(part).add(BigInteger.ONE).toString();
    return version.substring(0, last)
        + "0".repeat(Math.max(0, part.length() - next.length()))
        + next;
  }

  /** The file name of a migration under another version. */
  static String renamed(Migration migration, String version) {
    return renamed(migration.script(), version);
  }

  static String renamed(String script, String version) {
    return script.replaceFirst("(?<=^\\D{1,9})[0-9][0-9._]*?(?=__|\\.[A-Za-z]|$)", version);
  }
}
