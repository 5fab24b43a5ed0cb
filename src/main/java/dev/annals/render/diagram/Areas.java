package dev.annals.render.diagram;

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
 * name where several tables share it.
 *
 * @param byTable area by table; every table has one
 */
public record Areas(SortedMap<ObjectRef, String> byTable) {

  private static final int SMALLEST = 3;

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
    Map<String, Integer> prefixes = new TreeMap<>();
    List<Table> tables = schema.all(Table.class).toList();
    for (Table table : tables) {
      prefixes.merge(table.schema() + "." + prefix(table), 1, Integer::sum);
    }
    for (Table table : tables) {
      String said = explicit.getOrDefault(table.ref().display(), "");
      areas.put(table.ref(), said.isEmpty() ? guess(table, prefixes) : said);
    }
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

  private static String guess(Table table, Map<String, Integer> prefixes) {
    if (!table.schema().equals("public")) {
      return table.schema();
    }
    String prefix = prefix(table);
    return prefixes.get("public." + prefix) >= SMALLEST ? prefix : "other";
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
