package dev.annals.judge.rules;

import dev.annals.judge.succession.CopyingUpdates;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Table;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether what was made anew under a name has got what the former bearer of the name held. */
final class Copies {

  private static final String NAME =
      "(?:(?:[\\w$]+|\"[^\"]+\"|\\$\\{[^}]*})\\s*\\.\\s*)?([\\w$]+|\"[^\"]+\")";

  private static final Pattern COPY =
      Pattern.compile(
          "(?is)\\s*(?:insert\\s+into|create\\s+(?:unlogged\\s+)?table(?:\\s+if\\s+not\\s+exists)?)\\s+"
              + NAME
              + "\\b.*?\\bselect\\b.*?\\bfrom\\s+(?:only\\s+)?"
              + NAME
              + "(?<rest>.*)");

  private Copies() {}

  /** True where an {@code UPDATE} on the way carries the values over. */
  static boolean values(Column column, Route route) {
    ObjectRef table = ObjectRef.table(column.schema(), column.relation());
    Set<String> names = route.columnNames(table, column.name());
    Set<String> tables = route.tableNames(table.name());
    return names.size() > 1
        && route.scripts().stream()
            .flatMap(sql -> CopyingUpdates.of(sql).stream())
            .anyMatch(
                copy ->
                    tables.stream().anyMatch(copy.table()::equalsIgnoreCase)
                        && names.stream().anyMatch(copy.from()::equalsIgnoreCase)
                        && names.stream().anyMatch(copy.to()::equalsIgnoreCase));
  }

  /** True where a statement on the way fills the one table with rows of the other. */
  static boolean rows(Table table, Route route) {
    Set<String> names = route.tableNames(table.name());
    return names.size() > 1 && route.stops().stream().anyMatch(stop -> fills(stop.code(), names));
  }

  private static boolean fills(String code, Set<String> names) {
    return isFilling(code, names) || isFilling(outermost(code), names);
  }

  /** A statement without what stands in brackets: subqueries read other tables. */
  private static String outermost(String code) {
    String rest = code;
    for (String last = ""; !rest.equals(last); ) {
      last = rest;
      rest = rest.replaceAll("\\([^()]*+\\)", " ");
    }
    return rest;
  }

  private static boolean isFilling(String code, Set<String> names) {
    Matcher matcher = COPY.matcher(code);
    if (!matcher.matches()) {
      return false;
    }
    String to = matcher.group(1).replace("\"", "");
    String from = matcher.group(2).replace("\"", "");
    return !to.equalsIgnoreCase(from)
        && names.stream().anyMatch(to::equalsIgnoreCase)
        && names.stream().anyMatch(from::equalsIgnoreCase);
  }

  /** True where a statement keeps writers out first. */
  static boolean locked(Route route) {
    return route.stops().stream().anyMatch(stop -> stop.code().matches("(?is)\\s*lock\\b.*"));
  }

  /** True where the statement takes only some of the rows. */
  static boolean someRows(Table table, Route route) {
    Set<String> names = route.tableNames(table.name());
    return route.stops().stream()
        .map(Route.Stop::code)
        .filter(code -> fills(code, names))
        .map(code -> isFilling(outermost(code), names) ? outermost(code) : code)
        .anyMatch(
            code -> code.matches("(?is).*\\b(where|limit|join|distinct|group|having|except)\\b.*"));
  }
}
