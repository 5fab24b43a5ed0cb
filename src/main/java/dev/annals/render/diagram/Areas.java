package dev.annals.render.diagram;

import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Subject areas of a schema: what the team says, else the name space, else the first word of the
 * name where several tables share it, else where most foreign keys lead.
 *
 * @param byTable area by table; every table has one
 */
public record Areas(SortedMap<ObjectRef, String> byTable) {

  private static final int SMALLEST = 3;

  /** A name space with more tables is parted by names, too. */
  private static final int LARGEST = 40;

  /** The weight of a key that a table follows: one of at most ten that point at the same. */
  private static final double WEAKEST = 0.3;

  public Areas {
    byTable = Collections.unmodifiableSortedMap(new TreeMap<>(byTable));
  }

  /**
   * The areas of a schema.
   *
   * @param explicit area by table name as people say it
   */
  public static Areas of(Schema schema, Map<String, String> explicit) {
    SortedMap<ObjectRef, String> areas = new TreeMap<>();
    List<Table> tables = schema.all(Table.class).toList();
    Map<String, Integer> prefixes = new TreeMap<>();
    Map<String, Integer> spaces = new TreeMap<>();
    for (Table table : tables) {
      if (table.partitionOf().isEmpty()) {
        prefixes.merge(table.schema() + "." + prefix(table), 1, Integer::sum);
        spaces.merge(table.schema(), 1, Integer::sum);
      }
    }
    for (Table table : tables) {
      String said = explicit.getOrDefault(table.ref().display(), "");
      String area = said.isEmpty() ? guess(table, prefixes, spaces) : said;
      if (!area.isEmpty()) {
        areas.put(table.ref(), area);
      }
    }
    join(schema, areas);
    tables.forEach(table -> areas.putIfAbsent(table.ref(), "other"));
    // a partition goes where its parent goes
    for (Table table : tables) {
      if (!table.partitionOf().isEmpty()) {
        int dot = table.partitionOf().indexOf('.');
        ObjectRef parent =
            ObjectRef.table(
                table.partitionOf().substring(0, dot), table.partitionOf().substring(dot + 1));
        areas.put(table.ref(), areas.getOrDefault(parent, areas.get(table.ref())));
      }
    }
    return new Areas(areas);
  }

  /** Empty where neither name space nor name says anything. */
  private static String guess(
      Table table, Map<String, Integer> prefixes, Map<String, Integer> spaces) {
    boolean apart = !table.schema().equals("public");
    if (apart && spaces.getOrDefault(table.schema(), 0) <= LARGEST) {
      return table.schema();
    }
    String prefix = prefix(table);
    if (prefixes.getOrDefault(table.schema() + "." + prefix, 0) < SMALLEST) {
      return "";
    }
    return apart && spaces.size() > 1 ? table.schema() + " " + prefix : prefix;
  }

  /**
   * Tables whose names say nothing go where most of their keys lead, within large schemas only: a
   * small one reads better by its names. A key to what everybody refers to counts little.
   */
  private static void join(Schema schema, SortedMap<ObjectRef, String> areas) {
    List<ForeignKey> keys = schema.all(ForeignKey.class).toList();
    Map<ObjectRef, Integer> popular = new TreeMap<>();
    keys.forEach(key -> popular.merge(target(key), 1, Integer::sum));
    if (schema.all(Table.class).count() <= LARGEST * 2L) {
      return;
    }
    for (int round = 0; round < 3; round++) {
      Map<ObjectRef, SortedMap<String, Double>> pulls = new TreeMap<>();
      for (ForeignKey key : keys) {
        ObjectRef child = ObjectRef.table(key.schema(), key.table());
        ObjectRef parent = target(key);
        double weight = 1 / Math.sqrt(popular.get(parent));
        pull(pulls, areas, child, parent, weight);
        pull(pulls, areas, parent, child, weight);
      }
      pulls.forEach(
          (table, by) ->
              by.entrySet().stream()
                  .max(
                      Map.Entry.<String, Double>comparingByValue()
                          .thenComparing(Map.Entry.comparingByKey()))
                  .filter(best -> best.getValue() >= WEAKEST)
                  .ifPresent(best -> areas.put(table, best.getKey())));
    }
  }

  private static void pull(
      Map<ObjectRef, SortedMap<String, Double>> pulls,
      SortedMap<ObjectRef, String> areas,
      ObjectRef table,
      ObjectRef to,
      double weight) {
    String area = areas.getOrDefault(to, "");
    if (!areas.containsKey(table) && !area.isEmpty()) {
      pulls.computeIfAbsent(table, t -> new TreeMap<>()).merge(area, weight, Double::sum);
    }
  }

  private static ObjectRef target(ForeignKey key) {
    return ObjectRef.table(key.targetSchema(), key.targetTable());
  }

  private static String prefix(Table table) {
    int end = table.name().indexOf('_');
    return end > 1 ? table.name().substring(0, end) : table.name();
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
