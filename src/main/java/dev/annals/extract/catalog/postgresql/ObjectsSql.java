package dev.annals.extract.catalog.postgresql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parts of {@code objects.sql} for the recorder's function, by the sort of object, each with
 * those subqueries that it names. A plan of all parts takes longer to begin than most steps take to
 * read.
 */
final class ObjectsSql {

  private static final String BETWEEN = "\nUNION ALL\nSELECT '";
  private static final Pattern WANTED = Pattern.compile("OBJECTS\\(([\\w, ]+)\\)");

  private final String head;
  private final Map<String, String> parts = new LinkedHashMap<>();

  private ObjectsSql(String sql) {
    int first = sql.indexOf("\n)\nSELECT '") + 3;
    this.head = sql.substring(0, first);
    for (String part : sql.substring(first + "SELECT '".length()).split(BETWEEN)) {
      parts.put(part.substring(0, part.indexOf('\'')), "SELECT '" + part);
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

  /** A text in which {@code OBJECTS(Table, Column)} stands for the query of these sorts. */
  String filled(String text) {
    return WANTED.matcher(text).replaceAll(wanted -> Matcher.quoteReplacement(query(wanted)));
  }

  private String query(MatchResult wanted) {
    String asked =
        Stream.of(wanted.group(1).split(", "))
            .map(name -> Objects.requireNonNull(parts.get(name), name))
            .collect(Collectors.joining("\nUNION ALL\n"));
    return Stream.of(head.split("(?<=\n\\)),\n"))
            .filter(each -> each.startsWith("WITH") || asked.contains(" " + name(each) + " "))
            .collect(Collectors.joining(",\n"))
        + asked;
  }

  private static String name(String subquery) {
    return subquery.substring(0, subquery.indexOf(' '));
  }
}
