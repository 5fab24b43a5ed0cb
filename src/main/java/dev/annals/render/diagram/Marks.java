package dev.annals.render.diagram;

import dev.annals.model.change.Change;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** States of tables, columns and keys, and the union of two schemas that shows them all. */
record Marks(
    Map<ObjectRef, State> states, Map<ObjectRef, SchemaObject> removed, Set<ObjectRef> touched) {

  static final Marks NONE = new Marks(Map.of(), Map.of(), Set.of());

  static Marks of(List<Change> changes) {
    Map<ObjectRef, State> states = new HashMap<>();
    Map<ObjectRef, SchemaObject> removed = new HashMap<>();
    Set<ObjectRef> touched = new HashSet<>();
    for (Change change : changes) {
      ObjectRef ref = change.subject();
      touched.add(ref);
      if (ref.kind().belongsToRelation()) {
        touched.add(ObjectRef.table(ref.schema(), ref.parent()));
      }
      if (change instanceof Change.Dropped dropped) {
        states.put(ref, State.REMOVED);
        removed.put(ref, dropped.object());
      } else {
        states.merge(
            ref,
            change instanceof Change.Added ? State.ADDED : State.CHANGED,
            (a, b) -> a == State.CHANGED ? b : a);
      }
    }
    return new Marks(states, removed, touched);
  }

  State of(ObjectRef ref) {
    return states.getOrDefault(ref, State.SAME);
  }

  State ofTable(ObjectRef table) {
    State own = of(table);
    return own == State.SAME && touches(table) ? State.CHANGED : own;
  }

  boolean touches(ObjectRef table) {
    return touched.contains(table);
  }

  Schema union(Schema before, Schema after) {
    if (removed.isEmpty()) {
      return after;
    }
    SortedMap<ObjectRef, SchemaObject> all = new TreeMap<>();
    for (SchemaObject object : before.objects()) {
      ObjectRef ref = object.ref();
      boolean gone =
          removed.containsKey(ref)
              || removed.containsKey(ObjectRef.table(ref.schema(), ref.owner()));
      if (gone && (ref.kind() == ObjectKind.TABLE || ref.kind().belongsToRelation())) {
        all.put(ref, object);
      }
    }
    after.objects().forEach(object -> all.put(object.ref(), object));
    return Schema.of(all);
  }
}
