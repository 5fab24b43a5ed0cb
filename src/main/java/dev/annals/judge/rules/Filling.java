package dev.annals.judge.rules;

import dev.annals.model.change.DataEffect;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.ObjectRef;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the rows that are there get in a new column that takes no null. */
enum Filling {
  NOTHING(DataEffect.FAILS, "The migration fails if the table has rows: they would have no value"),
  STATEMENTS(
      DataEffect.FAILS,
      "Statements before give the rows that are there a value: the migration fails if one is left without"),
  DEFAULT(
      DataEffect.NONE,
      "Rows that are there got the default that it had at first: the migration does not fail on them");

  private final DataEffect data;
  private final String note;

  Filling(DataEffect data, String note) {
    this.data = data;
    this.note = note;
  }

  DataEffect data() {
    return data;
  }

  String note() {
    return note;
  }

  static Filling of(Column column, Route route) {
    ObjectRef table = ObjectRef.table(column.schema(), column.relation());
    Set<String> names = route.columnNames(table, column.name());
    List<Route.Stop> shaping =
        route.shaping(table).stream().filter(stop -> stop.names(names)).toList();
    if (shaping.stream().anyMatch(stop -> dropsDefault(stop, names))) {
      return DEFAULT;
    }
    if (shaping.size() < 2) {
      return NOTHING;
    }
    int first = shaping.get(0).number();
    int last = shaping.get(shaping.size() - 1).number();
    return route.changingOldRows(table).stream()
            .filter(stop -> stop.number() >= first && stop.number() < last)
            .anyMatch(stop -> fills(stop, names))
        ? STATEMENTS
        : NOTHING;
  }

  private static boolean fills(Route.Stop stop, Set<String> names) {
    boolean block = stop.code().strip().toLowerCase(Locale.ROOT).startsWith("do");
    return block || stop.names(names);
  }

  private static boolean dropsDefault(Route.Stop stop, Set<String> names) {
    return names.stream()
        .anyMatch(
            name ->
                Pattern.compile(
                        "(?i)\\balter\\s+(?:column\\s+)?\"?"
                            + Pattern.quote(name)
                            + "\"?\\s+drop\\s+default\\b")
                    .matcher(stop.code())
                    .find());
  }
}
