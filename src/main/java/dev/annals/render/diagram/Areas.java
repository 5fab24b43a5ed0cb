package dev.annals.render.diagram;

import dev.annals.model.schema.Dotted;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Subject areas of a schema: what the team says, else the name space, else the first word of the
 * name where several tables share it, in the singular or not, else where foreign keys lead. What a
 * large part of a large schema refers to is an area of its own, {@code shared}.
 *
 * @param byTable area by table; every table has one
 */
public record Areas(SortedMap<ObjectRef, String> byTable) {

  private static final int SMALLEST = 3;

  /** A name space with more tables is parted by names, too. */
  private static final int LARGEST = 40;

  /** What so large a part of all tables refers to belongs to none of them, */
  private static final double SHARED = 0.2;

  /** or what so many refer to, */
  private static final int SHARED_ANYWAY = 30;

  /** but not where they are so few. */
  private static final int SHARED_AT_LEAST = 12;

  /** Words that end as plurals do, and are none. */
  private static final Pattern ALWAYS = Pattern.compile(".*(ss|us|is|as|os|news|series)");

  public Areas {
    byTable = Collections.unmodifiableSortedMap(new TreeMap<>(byTable));
  }

  /**
   * The areas of a schema.
   *
   * @param explicit area by table name as people say it
   */
  public static Areas of(Schema schema, Map<String, String> explicit) {
    List<Table> tables = schema.all(Table.class).toList();
    Map<String, Map<String, Integer>> prefixes = new TreeMap<>();
    Map<String, Integer> spaces = new TreeMap<>();
    for (Table table : tables) {
      if (table.partitionOf().isEmpty()) {
        prefixes
            .computeIfAbsent(stem(table), stem -> new TreeMap<>())
            .merge(prefix(table), 1, Integer::sum);
        spaces.merge(table.schema(), 1, Integer::sum);
      }
    }
    SortedMap<ObjectRef, String> areas = new TreeMap<>();
    for (Table table : tables) {
      String said = explicit.getOrDefault(table.ref().display(), "");
      String area = said.isEmpty() ? guess(table, prefixes, spaces) : said;
      if (!area.isEmpty()) {
        areas.put(table.ref(), area);
      }
    }
    join(schema, tables, areas, spaces.size() > 1);
    tables.forEach(table -> areas.putIfAbsent(table.ref(), "other"));
    // a partition goes where its parent goes
    for (Table table : tables) {
      if (!table.partitionOf().isEmpty()) {
        ObjectRef parent = Dotted.table(table.partitionOf());
        areas.put(table.ref(), areas.getOrDefault(parent, areas.get(table.ref())));
      }
    }
    return new Areas(areas);
  }

  /** Empty where neither name space nor name says anything. */
  private static String guess(
      Table table, Map<String, Map<String, Integer>> prefixes, Map<String, Integer> spaces) {
    if (!table.schema().equals("public") && spaces.getOrDefault(table.schema(), 0) <= LARGEST) {
      return table.schema();
    }
    Map<String, Integer> alike = prefixes.getOrDefault(stem(table), Map.of());
    if (alike.values().stream().mapToInt(count -> count).sum() < SMALLEST) {
      return "";
    }
    String most =
        alike.entrySet().stream()
            .min(Map.Entry.<String, Integer>comparingByValue().reversed())
            .map(Map.Entry::getKey)
            .orElse("");
    return named(table.schema(), most, spaces.size() > 1);
  }

  private static String named(String schema, String word, boolean several) {
    return several && !schema.equals("public") ? schema + " " + word : word;
  }

  /** Tables whose names say nothing go where foreign keys lead, or are a group of their own. */
  private static void join(
      Schema schema, List<Table> tables, SortedMap<ObjectRef, String> areas, boolean several) {
    List<ForeignKey> keys = schema.all(ForeignKey.class).toList();
    Map<ObjectRef, Set<ObjectRef>> near = new TreeMap<>();
    Map<ObjectRef, Set<ObjectRef>> referring = new TreeMap<>();
    for (ForeignKey key : keys) {
      ObjectRef child = ObjectRef.table(key.schema(), key.table());
      ObjectRef parent = ObjectRef.table(key.targetSchema(), key.targetTable());
      referring.computeIfAbsent(parent, table -> new TreeSet<>()).add(child);
      near.computeIfAbsent(parent, table -> new TreeSet<>()).add(child);
      near.computeIfAbsent(child, table -> new TreeSet<>()).add(parent);
    }
    Map<ObjectRef, Table> own = new TreeMap<>();
    tables.stream()
        .filter(table -> table.partitionOf().isEmpty())
        .forEach(table -> own.put(table.ref(), table));
    double many = Math.max(SHARED_AT_LEAST, Math.min(SHARED_ANYWAY, own.size() * SHARED));
    referring.values().removeIf(children -> children.size() < many);
    referring.keySet().stream()
        .filter(own::containsKey)
        .forEach(table -> areas.putIfAbsent(table, "shared"));
    Map<String, List<ObjectRef>> free = new TreeMap<>();
    Communities.of(own.keySet(), referring.keySet(), areas, keys)
        .forEach(
            (table, group) -> {
              if (group.startsWith(Communities.UNNAMED)) {
                free.computeIfAbsent(group, g -> new ArrayList<>()).add(table);
              } else {
                areas.put(table, group);
              }
            });
    for (List<ObjectRef> group : free.values()) {
      if (group.size() >= SMALLEST) {
        ObjectRef middle =
            Collections.max(
                group,
                Comparator.<ObjectRef>comparingInt(table -> near.get(table).size())
                    .thenComparing(Comparator.reverseOrder()));
        String name = named(middle.schema(), prefix(own.get(middle)), several);
        group.forEach(table -> areas.put(table, name));
      }
    }
  }

  private static String prefix(Table table) {
    int end = table.name().indexOf('_');
    return end > 1 ? table.name().substring(0, end) : table.name();
  }

  /** The first word of a table's name in the singular, where English has one, with its schema. */
  private static String stem(Table table) {
    String word = prefix(table);
    if (word.endsWith("ies") && word.length() > 4) {
      word = word.substring(0, word.length() - 3) + "y";
    } else if (word.endsWith("s") && word.length() > 3 && !ALWAYS.matcher(word).matches()) {
      word = word.substring(0, word.length() - 1);
    }
    return table.schema() + "." + word;
  }

  /** The area of a table; empty where it is not in the schema. */
  public String of(ObjectRef table) {
    return byTable.getOrDefault(table, "");
  }

  /** The tables of each area. */
  public SortedMap<String, List<ObjectRef>> members() {
    SortedMap<String, List<ObjectRef>> members = new TreeMap<>();
    byTable.forEach(
        (table, area) -> members.computeIfAbsent(area, name -> new ArrayList<>()).add(table));
    return members;
  }
}
