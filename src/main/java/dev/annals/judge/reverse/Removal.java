package dev.annals.judge.reverse;

import dev.annals.ddl.PartDdl;
import dev.annals.ddl.Target;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.schema.Cast;
import dev.annals.model.schema.EventTrigger;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Publication;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Drops what a step has made: what stands for itself after what leans on it. */
final class Removal {

  private final Schema after;
  private final Draft draft;
  private final Map<SchemaObject, JudgedChange> units = new HashMap<>();
  private final List<SchemaObject> readers = new ArrayList<>();
  private final List<SchemaObject> tables = new ArrayList<>();
  private final List<SchemaObject> others = new ArrayList<>();

  Removal(Schema after, Draft draft) {
    this.after = after;
    this.draft = draft;
  }

  /** Takes an object that is new. */
  void added(SchemaObject object, JudgedChange judged) {
    draft.about(judged);
    if (!object.ref().parent().isEmpty() || isRight(object)) {
      part(object);
      return;
    }
    if (object instanceof EventTrigger) {
      draft.add(Phase.GUARDS_GO, "DROP " + Target.of(object));
      return;
    }
    if (object instanceof Publication || object instanceof Cast) {
      draft.add(Phase.LOOSEN, "DROP " + Target.of(object));
      return;
    }
    units.put(object, judged);
    if (Recreation.isReader(object)) {
      readers.add(object);
    } else {
      (object instanceof Table ? tables : others).add(object);
    }
  }

  private static boolean isRight(SchemaObject object) {
    return switch (object.ref().kind()) {
      case GRANT, DEFAULT_PRIVILEGE -> true;
      default -> false;
    };
  }

  /** Takes a view that stands in the way and comes back later. */
  void inTheWay(SchemaObject view) {
    if (!readers.contains(view)) {
      readers.add(view);
    }
  }

  /** Drops a part of something that stays. */
  void part(SchemaObject part) {
    List<String> sql = PartDdl.drop(part);
    if (sql.isEmpty()) {
      draft.byHand();
    }
    draft.add(phase(part), sql);
  }

  static Phase phase(SchemaObject part) {
    return switch (part.ref().kind()) {
      case FOREIGN_KEY -> Phase.FOREIGN_KEYS_GO;
      case PRIMARY_KEY, UNIQUE, CHECK, EXCLUSION, INDEX, STATISTICS, DOMAIN_CHECK ->
          Phase.CONSTRAINTS_GO;
      case COLUMN, ATTRIBUTE -> Phase.COLUMNS_GO;
      default -> Phase.LOOSEN;
    };
  }

  /** Writes what was taken, in order. */
  void finish() {
    drop(readers, Phase.READERS_GO);
    Set<ObjectRef> gone = new HashSet<>();
    List<SchemaObject> order = order(tables);
    for (SchemaObject table : order) {
      for (ForeignKey key : after.foreignKeys(table.ref().schema(), table.ref().name())) {
        if (gone.contains(ObjectRef.table(key.targetSchema(), key.targetTable()))) {
          draft.about(units.get(table));
          draft.add(Phase.FOREIGN_KEYS_GO, PartDdl.drop(key));
        }
      }
      gone.add(table.ref());
    }
    write(order, Phase.TABLES_GO);
    drop(others, Phase.UNITS_GO);
  }

  private List<SchemaObject> order(List<SchemaObject> objects) {
    List<SchemaObject> order = Dependencies.first(after, objects);
    Collections.reverse(order);
    return order;
  }

  private void drop(List<SchemaObject> objects, Phase phase) {
    write(order(objects), phase);
  }

  private void write(List<SchemaObject> order, Phase phase) {
    for (SchemaObject object : order) {
      if (units.containsKey(object)) {
        draft.about(units.get(object));
      } else {
        draft.aside();
      }
      draft.add(phase, "DROP " + Target.of(object));
    }
  }
}
