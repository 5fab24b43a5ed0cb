package dev.annals.ddl;

import dev.annals.model.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is set for a column: how its identity counts, how its values are kept, what is planned. */
public final class ColumnSettings {

  private static final Set<String> COMPRESSIONS = Set.of("pglz", "lz4");
  private static final String TARGET = "statistics";

  /** The options that a column of any table may have. */
  static final Set<String> OWN = Set.of(TARGET, "n_distinct", "n_distinct_inherited");

  private ColumnSettings() {}

  /** {@code ALTER TABLE … ALTER COLUMN …} with what is to be done. */
  public static String alter(Column column, String what) {
    return "ALTER TABLE "
        + Names.name(column.schema(), column.relation())
        + " ALTER COLUMN "
        + Names.name(column.name())
        + " "
        + what;
  }

  /** {@code GENERATED ALWAYS AS IDENTITY}, with how it counts where that is not as usual. */
  public static String identity(Column column) {
    String counting = counting(column);
    return "GENERATED "
        + column.identity()
        + " AS IDENTITY"
        + (counting.isEmpty() ? "" : " (" + counting + ")");
  }

  /** How an identity counts: {@code INCREMENT BY 10 CACHE 20}; empty for the usual way. */
  public static String counting(Column column) {
    return column.counting().entrySet().stream()
        .map(set -> word(set.getKey(), set.getValue()))
        .collect(Collectors.joining(" "));
  }

  /** The statement that makes an identity count as this column's does. */
  public static String count(Column column) {
    SortedMap<String, String> all = new TreeMap<>(column.counting());
    boolean down = all.getOrDefault("increment", "1").startsWith("-");
    String first = down ? all.getOrDefault("maximum", "-1") : all.getOrDefault("minimum", "1");
    all.putIfAbsent("start", first);
    Column.COUNTING.forEach(each -> all.putIfAbsent(each.label(), ""));
    return alter(
        column,
        all.entrySet().stream()
            .map(set -> "SET " + word(set.getKey(), set.getValue()))
            .collect(Collectors.joining(" ")));
  }

  private static String word(String key, String value) {
    return switch (key) {
      case "start" -> "START WITH " + value;
      case "increment" -> "INCREMENT BY " + (value.isEmpty() ? "1" : value);
      case "minimum" -> value.isEmpty() ? "NO MINVALUE" : "MINVALUE " + value;
      case "maximum" -> value.isEmpty() ? "NO MAXVALUE" : "MAXVALUE " + value;
      case "cycle" -> value.isEmpty() ? "NO CYCLE" : "CYCLE";
      default -> "CACHE " + (value.isEmpty() ? "1" : value);
    };
  }

  /** The statements that set a new column so, but for what {@code CREATE TABLE} says of it. */
  public static List<String> of(Column column) {
    List<String> statements = new ArrayList<>(storage(column, ""));
    statements.addAll(options(column, ForeignDdl.told(column)));
    return statements;
  }

  /** The statements that keep a column's values as it says, where they are kept in another way. */
  public static List<String> storage(Column column, String other) {
    List<String> statements = new ArrayList<>();
    for (boolean compression : List.of(false, true)) {
      String wanted = storage(column.storage(), compression);
      if (!wanted.equals(storage(other, compression))) {
        String what = compression ? "SET COMPRESSION " : "SET STORAGE ";
        statements.add(alter(column, what + (wanted.isEmpty() ? "DEFAULT" : wanted)));
      }
    }
    return statements;
  }

  private static String storage(String text, boolean compression) {
    return Stream.of(text.split(" "))
        .filter(word -> compression == COMPRESSIONS.contains(word))
        .findFirst()
        .orElse("");
  }

  /** The statements that give a column its options, where it has these others. */
  public static List<String> options(Column column, Map<String, String> others) {
    List<String> statements = new ArrayList<>();
    SortedMap<String, String> was = new TreeMap<>(column.options());
    SortedMap<String, String> is = new TreeMap<>(others);
    statements.addAll(ForeignDdl.alter(column, others));
    was.keySet().retainAll(OWN);
    is.keySet().retainAll(OWN);
    String target = was.remove(TARGET);
    String other = is.remove(TARGET);
    if (target != null && !target.equals(other)) {
      statements.add(alter(column, "SET STATISTICS " + target));
    } else if (target == null && other != null) {
      statements.add(alter(column, "SET STATISTICS -1"));
    }
    is.keySet().removeAll(was.keySet());
    if (!is.isEmpty()) {
      statements.add(alter(column, "RESET (" + String.join(", ", is.keySet()) + ")"));
    }
    if (!was.isEmpty()) {
      statements.add(alter(column, "SET (" + TableDdl.options(was) + ")"));
    }
    return statements;
  }
}
