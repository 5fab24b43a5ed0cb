package dev.annals.model.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which tables have their columns from others: partitions from what they are a part of, and
 * children by plain inheritance.
 */
public final class Descent {

  private final Map<ObjectRef, List<ObjectRef>> parents = new HashMap<>();
  private final Map<ObjectRef, List<ObjectRef>> partitions = new HashMap<>();
  private final Map<ObjectRef, List<ObjectRef>> heirs = new HashMap<>();

  /** The descent of a schema's tables. */
  public Descent(Schema schema) {
    Map<String, ObjectRef> byName = new HashMap<>();
    List<Table> tables = schema.all(Table.class).toList();
    if (tables.stream().allMatch(table -> !table.isPartition() && table.inherits().isEmpty())) {
      return;
    }
    tables.forEach(table -> byName.put(table.ref().qualified(), table.ref()));
    for (Table table : tables) {
      if (table.isPartition()) {
        note(byName.get(table.partitionOf()), table.ref(), partitions);
      }
      table.inherits().forEach(name -> note(byName.get(name), table.ref(), heirs));
    }
  }

  private void note(ObjectRef parent, ObjectRef child, Map<ObjectRef, List<ObjectRef>> children) {
    if (parent != null) {
      parents.computeIfAbsent(child, key -> new ArrayList<>(1)).add(parent);
      children.computeIfAbsent(parent, key -> new ArrayList<>()).add(child);
    }
  }

  /** Those that a table has columns from itself; empty for most. */
  public List<ObjectRef> parents(ObjectRef table) {
    return parents.getOrDefault(table, List.of());
  }

  /** The tables that inherit a table's columns plainly. */
  public List<ObjectRef> heirs(ObjectRef table) {
    return heirs.getOrDefault(table, List.of());
  }

  /** All tables that are made of or inherit a table, however far below it. */
  public List<ObjectRef> below(ObjectRef table) {
    List<ObjectRef> all = new ArrayList<>(partitionsBelow(table));
    for (ObjectRef heir : heirs(table)) {
      all.add(heir);
      all.addAll(below(heir));
    }
    return all;
  }

  /** The partitions of a table, and theirs. */
  public List<ObjectRef> partitionsBelow(ObjectRef table) {
    List<ObjectRef> all = new ArrayList<>();
    for (ObjectRef partition : partitions.getOrDefault(table, List.of())) {
      all.add(partition);
      all.addAll(partitionsBelow(partition));
    }
    return all;
  }
}
