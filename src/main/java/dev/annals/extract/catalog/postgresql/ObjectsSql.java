package dev.annals.extract.catalog.postgresql;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of {@code objects.sql} for the recorder's function. A plan of all parts takes longer to
 * begin than most steps take to read: each sort of unit has a query of its own.
 */
final class ObjectsSql {

  private static final String BETWEEN = "\nUNION ALL\nSELECT '";

  private final String head;
  private final List<String> parts = new ArrayList<>();

  private ObjectsSql(String sql) {
    int first = sql.indexOf("\n)\nSELECT '") + 3;
    this.head = sql.substring(0, first);
    for (String part : sql.substring(first).split(BETWEEN)) {
      parts.add(part.startsWith("SELECT '") ? part : "SELECT '" + part);
    }
  }

  static ObjectsSql read(int major) {
    return new ObjectsSql(
        SqlFile.read("objects.sql", major)
            .replace("$1", "relation_oids")
            .replace("$2", "type_oids")
            .replace("$3", "routine_oids")
            .replace("$4", "left_out")
            .strip());
  }

  /** The query for the units of a sort: relations, types, routines, or a blank for the rest. */
  String of(char unit) {
    List<String> chosen = parts.stream().filter(part -> unit(part) == unit).toList();
    return head + String.join("\nUNION ALL\n", chosen);
  }

  /** The second item of each part says which unit its rows belong to. */
  private static char unit(String part) {
    String second = part.substring(part.indexOf(',') + 1).strip();
    return second.startsWith("'r'")
        ? 'r'
        : second.startsWith("'t'") ? 't' : second.startsWith("'p'") ? 'p' : ' ';
  }
}
