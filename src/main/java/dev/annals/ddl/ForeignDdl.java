package dev.annals.ddl;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the server of a foreign table is told of it and of its columns. */
public final class ForeignDdl {

  private ForeignDdl() {}

  /** What the server is told of a column; none for one of another table. */
  public static Map<String, String> told(Column column) {
    Map<String, String> told = new TreeMap<>(column.options());
    told.keySet().removeAll(ColumnSettings.OWN);
    return told;
  }

  /** {@code OPTIONS (table_name 'orders')} with a blank before it; empty for none. */
  static String options(Map<String, String> options) {
    return options.isEmpty()
        ? ""
        : options.entrySet().stream()
            .map(option -> Names.name(option.getKey()) + " " + Names.text(option.getValue()))
            .collect(Collectors.joining(", ", " OPTIONS (", ")"));
  }

  /** The statements after which the server is told what it is told of this table. */
  public static List<String> alter(Table table, Map<String, String> others) {
    return alter("ALTER " + Target.of(table), table.options(), others);
  }

  /** The statements after which the server is told what it is told of this column. */
  static List<String> alter(Column column, Map<String, String> others) {
    Map<String, String> is = new TreeMap<>(others);
    is.keySet().removeAll(ColumnSettings.OWN);
    String table = Names.name(column.schema(), column.relation());
    return alter(
        "ALTER FOREIGN TABLE " + table + " ALTER COLUMN " + Names.name(column.name()),
        told(column),
        is);
  }

  private static List<String> alter(String head, Map<String, String> was, Map<String, String> is) {
    List<String> each = new ArrayList<>();
    is.keySet().stream()
        .filter(key -> !was.containsKey(key))
        .forEach(key -> each.add("DROP " + Names.name(key)));
    was.forEach(
        (key, value) -> {
          if (!value.equals(is.get(key))) {
            String verb = is.containsKey(key) ? "SET " : "ADD ";
            each.add(verb + Names.name(key) + " " + Names.text(value));
          }
        });
    return each.isEmpty()
        ? List.of()
        : List.of(head + " OPTIONS (" + String.join(", ", each) + ")");
  }
}
