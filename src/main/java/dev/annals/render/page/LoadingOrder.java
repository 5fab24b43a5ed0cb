package dev.annals.render.page;

import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An order in which rows can be inserted so that every foreign key finds what it refers to; rows
 * are deleted the other way round. Partitions count as the table that they are of; keys that nobody
 * enforces do not count.
 */
final class LoadingOrder {

  /**
   * A table and its turn.
   *
   * @param step from 1: it can be filled once the tables of the steps before are
   * @param circle from 1: tables of one circle refer to each other; 0 for most
   * @param late its keys to tables of its circle that are filled after it
   * @param own its keys to itself: rows that are referred to come first
   */
  record Turn(ObjectRef table, int step, int circle, List<ForeignKey> late, List<ForeignKey> own) {
    Turn {
      late = List.copyOf(late);
      own = List.copyOf(own);
    }
  }

  private final Schema schema;
  private final List<ObjectRef> tables = new ArrayList<>();
  private final Map<ObjectRef, Integer> numbers = new HashMap<>();
  private final Map<String, Table> byName = new HashMap<>();
  private final List<Map<String, ForeignKey>> keys = new ArrayList<>();

  private LoadingOrder(Schema schema) {
    this.schema = schema;
    schema
        .all(Table.class)
        .forEach(
            table -> {
              byName.put(table.ref().qualified(), table);
              if (!table.isPartition()) {
                numbers.put(table.ref(), tables.size());
                tables.add(table.ref());
                keys.add(new LinkedHashMap<>());
              }
            });
    // what a partition has from its table has the same name
    schema
        .all(ForeignKey.class)
        .filter(key -> key.enforced() && from(key) >= 0 && to(key) >= 0)
        .forEach(key -> keys.get(from(key)).putIfAbsent(key.name(), key));
  }

  /** All tables that are no partitions, by steps; within one by name, circles together. */
  static List<Turn> of(Schema schema) {
    return new LoadingOrder(schema).turns();
  }

  private List<Turn> turns() {
    List<List<Integer>> parts = Circles.of(graph(key -> true));
    int[] part = places(parts);
    // a key that can wait moves no table of its circle, so that few of the others have to go
    List<List<Integer>> filled =
        Circles.of(graph(key -> part[from(key)] == part[to(key)] && !schema.canWait(key)));
    List<Integer> order = filled.stream().flatMap(List::stream).toList();
    int[] place = places(order.stream().map(List::of).toList());
    List<List<Integer>> members =
        parts.stream().map(p -> (List<Integer>) new ArrayList<Integer>()).toList();
    order.forEach(table -> members.get(part[table]).add(table));
    int[] steps = steps(parts, part);
    List<List<Turn>> turns = new ArrayList<>();
    boolean[] placed = new boolean[parts.size()];
    int circles = 0;
    for (int first = 0; first < tables.size(); first++) {
      int p = part[first];
      if (placed[p]) {
        continue;
      }
      placed[p] = true;
      int circle = parts.get(p).size() > 1 ? ++circles : 0;
      while (turns.size() < steps[p]) {
        turns.add(new ArrayList<>());
      }
      for (int table : members.get(p)) {
        turns
            .get(steps[p] - 1)
            .add(
                turn(
                    table,
                    steps[p],
                    circle,
                    key -> part[to(key)] == p && place[to(key)] > place[table]));
      }
    }
    return turns.stream().flatMap(List::stream).toList();
  }

  private Turn turn(int table, int step, int circle, Predicate<ForeignKey> late) {
    return new Turn(
        tables.get(table),
        step,
        circle,
        keys(table).filter(late).toList(),
        keys(table).filter(key -> to(key) == table).toList());
  }

  /** A table's step comes after those of all tables outside of its circle that it refers to. */
  private int[] steps(List<List<Integer>> parts, int[] part) {
    int[] steps = new int[parts.size()];
    for (int p = 0; p < parts.size(); p++) {
      int here = p;
      steps[p] =
          1
              + parts.get(p).stream()
                  .flatMap(this::keys)
                  .mapToInt(key -> part[to(key)] == here ? 0 : steps[part[to(key)]])
                  .max()
                  .orElse(0);
    }
    return steps;
  }

  private List<List<Integer>> graph(Predicate<ForeignKey> counts) {
    return keys.stream()
        .map(some -> some.values().stream().filter(counts).map(this::to).toList())
        .toList();
  }

  /** For each table the number of the part that it is in. */
  private int[] places(List<List<Integer>> parts) {
    int[] places = new int[tables.size()];
    for (int i = 0; i < parts.size(); i++) {
      for (int table : parts.get(i)) {
        places[table] = i;
      }
    }
    return places;
  }

  private Stream<ForeignKey> keys(int table) {
    return keys.get(table).values().stream();
  }

  private int from(ForeignKey key) {
    return number(key.schema(), key.table());
  }

  private int to(ForeignKey key) {
    return number(key.targetSchema(), key.targetTable());
  }

  /** The number of a table, or of the one that it is a partition of; -1 if it is not there. */
  private int number(String schema, String name) {
    Table table = byName.get(ObjectRef.table(schema, name).qualified());
    while (table != null && table.isPartition()) {
      table = byName.get(table.partitionOf());
    }
    return table == null ? -1 : numbers.get(table.ref());
  }
}
