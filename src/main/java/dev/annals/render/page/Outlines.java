package dev.annals.render.page;

import dev.annals.model.Counted;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be said in a line of a table that nobody has said anything about. */
final class Outlines {

  private final Schema schema;
  private final Map<ObjectRef, Set<ObjectRef>> parents = new HashMap<>();
  private final Map<ObjectRef, Set<ObjectRef>> children = new HashMap<>();

  Outlines(Schema schema) {
    this.schema = schema;
    schema.all(ForeignKey.class).forEach(this::relate);
  }

  private void relate(ForeignKey key) {
    ObjectRef child = ObjectRef.table(key.schema(), key.table());
    ObjectRef parent = ObjectRef.table(key.targetSchema(), key.targetTable());
    boolean partition =
        schema
            .table(key.schema(), key.table())
            .map(Table::partitionOf)
            .filter(of -> !of.isEmpty())
            .isPresent();
    if (!partition && !child.equals(parent)) {
      parents.computeIfAbsent(child, ref -> new HashSet<>()).add(parent);
      children.computeIfAbsent(parent, ref -> new HashSet<>()).add(child);
    }
  }

  /** How large it is, and how many tables it is related to. */
  String of(ObjectRef table) {
    int width = schema.columns(table.schema(), table.name()).size();
    int up = parents(table);
    int down = children(table);
    List<String> parts = new ArrayList<>();
    parts.add(Counted.of(width, "column"));
    if (up > 0) {
      parts.add("refers to " + up);
    }
    if (down > 0) {
      parts.add(down + (down == 1 ? " table refers to it" : " tables refer to it"));
    }
    return String.join(", ", parts);
  }

  /** How many other tables it refers to. */
  int parents(ObjectRef table) {
    return parents.getOrDefault(table, Set.of()).size();
  }

  /** How many other tables refer to it; partitions do so with the table that they are of. */
  int children(ObjectRef table) {
    return children.getOrDefault(table, Set.of()).size();
  }
}
