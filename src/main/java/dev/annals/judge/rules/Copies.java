package dev.annals.judge.rules;

import dev.annals.judge.succession.CopyingUpdates;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Table;
import java.util.List;
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

  private static final Pattern SOME_ROWS =
      Pattern.compile("(?is).*\\b(where|limit|join|distinct|group|having|except)\\b.*");

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
    return names.size() > 1
        && route.fillings().stream()
            .anyMatch(filling -> filling.whole().isOf(names) || filling.outermost().isOf(names));
  }

  /**
   * A table that is filled with another's rows.
   *
   * @param to empty where none is
   * @param some true where not all rows are taken
   */
  record Copy(String to, String from, boolean some) {
    private static final Copy NONE = new Copy("", "", false);

    private boolean fills() {
      return !to.isEmpty();
    }

    private boolean isOf(Set<String> names) {
      return names.stream().anyMatch(to::equalsIgnoreCase)
          && names.stream().anyMatch(from::equalsIgnoreCase);
    }
  }

  /**
   * What a statement fills.
   *
   * @param outermost the same without its subqueries
   */
  record Filling(Copy whole, Copy outermost) {}

  /** What some statements fill; of those that fill nothing there is none. */
  static List<Filling> in(List<Route.Stop> stops) {
    return stops.stream()
        .map(stop -> new Filling(copy(stop.code()), copy(outermost(stop.code()))))
        .filter(filling -> filling.whole().fills() || filling.outermost().fills())
        .toList();
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

  private static Copy copy(String code) {
    Matcher matcher = COPY.matcher(code);
    if (!matcher.matches()) {
      return Copy.NONE;
    }
    String to = matcher.group(1).replace("\"", "");
    String from = matcher.group(2).replace("\"", "");
    return to.equalsIgnoreCase(from)
        ? Copy.NONE
        : new Copy(to, from, SOME_ROWS.matcher(code).matches());
  }

  /** True where a statement keeps writers out first. */
  static boolean locked(Route route) {
    return route.stops().stream().anyMatch(stop -> stop.code().matches("(?is)\\s*lock\\b.*"));
  }

  /** True where the statement takes only some of the rows. */
  static boolean someRows(Table table, Route route) {
    Set<String> names = route.tableNames(table.name());
    return route.fillings().stream()
        .anyMatch(
            filling ->
                filling.outermost().isOf(names)
                    ? filling.outermost().some()
                    : filling.whole().isOf(names) && filling.whole().some());
  }
}
