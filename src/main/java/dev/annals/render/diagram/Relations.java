package dev.annals.render.diagram;

import dev.annals.model.schema.Dotted;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The tables, who refers to each, and how many partitions it has: found once for a schema. */
final class Relations {

  /** A thousand pages draw one schema, one after another. */
  private static volatile Relations last;

  private final Schema schema;
  private final Map<ObjectRef, List<ForeignKey>> incoming = new HashMap<>();
  private final Map<ObjectRef, Integer> partitions = new HashMap<>();
  private final Set<String> schemas = new HashSet<>();
  private final List<ObjectRef> tables = new ArrayList<>();
  private final Map<ObjectRef, Set<ObjectRef>> neighbours = new ConcurrentHashMap<>();

  private Relations(Schema schema) {
    this.schema = schema;
    for (SchemaObject object : schema.objects()) {
      if (object instanceof ForeignKey key) {
        ObjectRef target = ObjectRef.table(key.targetSchema(), key.targetTable());
        incoming.computeIfAbsent(target, table -> new ArrayList<>()).add(key);
      } else if (object instanceof Table table) {
        enter(table);
      }
    }
  }

  private void enter(Table table) {
    schemas.add(table.schema());
    if (table.partitionOf().isEmpty()) {
      tables.add(table.ref());
      return;
    }
    partitions.merge(Dotted.table(table.partitionOf()), 1, Integer::sum);
  }

  /** Whether all tables are in one schema. */
  boolean ofOneSchema() {
    return schemas.size() == 1;
  }

  /** Tables without partitions, which their parent tells. */
  List<ObjectRef> tables() {
    return Collections.unmodifiableList(tables);
  }

  @SuppressWarnings("ReferenceEquality") // another schema may be equal; this one is known
  static Relations of(Schema schema) {
    Relations known = last;
    if (known == null || known.schema != schema) {
      known = new Relations(schema);
      last = known;
    }
    return known;
  }

  /** The tables that a table refers to or that refer to it, sorted, without itself. */
  Set<ObjectRef> neighbours(ObjectRef table) {
    return neighbours.computeIfAbsent(table, this::near);
  }

  private Set<ObjectRef> near(ObjectRef table) {
    Set<ObjectRef> near = new HashSet<>();
    for (ForeignKey key : schema.foreignKeys(table.schema(), table.name())) {
      near.add(ObjectRef.table(key.targetSchema(), key.targetTable()));
    }
    for (ForeignKey key : incoming(table)) {
      near.add(ObjectRef.table(key.schema(), key.table()));
    }
    near.removeIf(ref -> schema.find(ref).isEmpty());
    near.remove(table);
    return Collections.unmodifiableSet(new LinkedHashSet<>(near.stream().sorted().toList()));
  }

  List<ForeignKey> incoming(ObjectRef table) {
    return incoming.getOrDefault(table, List.of());
  }

  int partitions(ObjectRef table) {
    return partitions.getOrDefault(table, 0);
  }
}
