package dev.annals.model.story;

import dev.annals.model.Counted;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Table;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How much depends on each table, and how often it was changed: the measure by which pages are
 * wanted first.
 */
public final class Importance {

  private static final int REFERENCE = 3;

  private final Map<ObjectRef, Set<ObjectRef>> references = new HashMap<>();
  private final Map<String, Set<Integer>> changes = new HashMap<>();
  private final List<ObjectRef> tables;

  private Importance(Schema schema, Collection<Lifeline> lifelines) {
    this.tables =
        schema.all(Table.class).filter(table -> !table.isPartition()).map(Table::ref).toList();
    Set<ObjectRef> known = new HashSet<>(tables);
    schema
        .all(ForeignKey.class)
        .forEach(
            key -> {
              ObjectRef from = ObjectRef.table(key.schema(), key.table());
              ObjectRef to = ObjectRef.table(key.targetSchema(), key.targetTable());
              if (known.contains(from) && !from.equals(to)) {
                references.computeIfAbsent(to, ref -> new HashSet<>()).add(from);
              }
            });
    for (Lifeline line : lifelines) {
      Set<Integer> steps =
          changes.computeIfAbsent(
              line.ref().schema() + "\0" + line.ref().owner(), key -> new HashSet<>());
      line.events().forEach(event -> steps.add(event.step()));
    }
  }

  /** The measure of all tables of a schema. */
  public static Importance of(Schema schema, Collection<Lifeline> lifelines) {
    return new Importance(schema, lifelines);
  }

  /** How many other tables point to a table. */
  public int references(ObjectRef table) {
    return references.getOrDefault(table, Set.of()).size();
  }

  /** How many migrations made or changed a relation or something that belongs to it. */
  public int migrations(ObjectRef relation) {
    return changes.getOrDefault(relation.schema() + "\0" + relation.name(), Set.of()).size();
  }

  /** The weight of a relation; more is more. */
  public int weight(ObjectRef relation) {
    return REFERENCE * references(relation) + migrations(relation);
  }

  /** Why it weighs what it does: {@code 7 tables point to it, 3 migrations}. */
  public String words(ObjectRef relation) {
    int tables = references(relation);
    int steps = migrations(relation);
    String pointing =
        tables == 0
            ? ""
            : Counted.of(tables, "table") + (tables == 1 ? " points to it, " : " point to it, ");
    return pointing + Counted.of(steps, "migration");
  }

  /** The tables, without partitions, the weightiest first; by name where they weigh the same. */
  public List<ObjectRef> ranked() {
    Map<ObjectRef, Integer> weights = new TreeMap<>();
    tables.forEach(table -> weights.put(table, weight(table)));
    return tables.stream()
        .sorted(
            Comparator.comparing((ObjectRef table) -> -weights.get(table))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }
}
