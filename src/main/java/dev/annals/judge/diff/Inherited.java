package dev.annals.judge.diff;

import dev.annals.model.change.Change;
import dev.annals.model.schema.Descent;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What happens to a column of a partitioned or inherited table happens to the columns that others
 * have from it, without being said: one fact, not one for each partition.
 */
final class Inherited {

  private Inherited() {}

  /**
   * Adds the columns among new (or lost) objects that are there (or gone) with the column that they
   * have from another table, each with the first in that line; what hangs on them goes with that.
   *
   * @param moved tables that became or ceased to be partitions: theirs are facts of their own
   * @param wholes what is part of something else, and of what
   */
  static void columns(
      List<SchemaObject> objects,
      Schema schema,
      Set<ObjectRef> moved,
      Map<ObjectRef, ObjectRef> wholes) {
    Set<ObjectRef> columns = new HashSet<>();
    for (SchemaObject object : objects) {
      if (object.ref().kind() == ObjectKind.COLUMN && !wholes.containsKey(object.ref())) {
        columns.add(object.ref());
      }
    }
    if (columns.size() < 2) {
      return;
    }
    Map<ObjectRef, ObjectRef> found = new HashMap<>();
    Descent descent = new Descent(schema);
    for (ObjectRef column : columns) {
      ObjectRef first = first(column, columns, descent, moved);
      if (!first.equals(column)) {
        found.put(column, first);
      }
    }
    wholes.replaceAll((part, whole) -> found.getOrDefault(whole, whole));
    wholes.putAll(found);
  }

  private static ObjectRef first(
      ObjectRef column, Set<ObjectRef> columns, Descent descent, Set<ObjectRef> moved) {
    if (moved.contains(ObjectRef.table(column.schema(), column.parent()))) {
      return column;
    }
    for (ObjectRef source : sources(column, descent)) {
      if (columns.contains(source)) {
        return first(source, columns, descent, moved);
      }
    }
    return column;
  }

  private static List<ObjectRef> sources(ObjectRef column, Descent descent) {
    ObjectRef table = ObjectRef.table(column.schema(), column.parent());
    return descent.parents(table).stream()
        .map(
            parent ->
                new ObjectRef(ObjectKind.COLUMN, parent.schema(), parent.name(), column.name()))
        .toList();
  }

  /**
   * Takes renamings and alterations of columns out of a list that repeat what happened to the
   * column that they have from another table.
   *
   * @return what was taken out, each with the change that it repeats
   */
  static List<Echo> takeOut(List<Change> changes, Schema after) {
    Map<ObjectRef, List<Change>> onColumns = new HashMap<>();
    Set<ObjectRef> retyped = new HashSet<>();
    for (Change change : changes) {
      if (change instanceof Change.Altered altered && altered.property() == Property.TYPE) {
        retyped.add(change.subject());
      }
    }
    for (Change change : changes) {
      if (change.kind() == ObjectKind.COLUMN
          && (change instanceof Change.Renamed || isHandedDown(change, retyped))) {
        onColumns.computeIfAbsent(change.subject(), key -> new ArrayList<>()).add(change);
      }
    }
    List<Echo> echoes = new ArrayList<>();
    if (onColumns.size() < 2) {
      return echoes;
    }
    Descent descent = new Descent(after);
    for (List<Change> own : onColumns.values()) {
      for (Change change : own) {
        Change original = original(change, onColumns, descent);
        if (original != change) {
          echoes.add(new Echo(change.subject(), change, original));
        }
      }
    }
    Set<Change> out = new HashSet<>();
    echoes.forEach(echo -> out.add(echo.change()));
    changes.removeAll(out);
    return echoes;
  }

  /** Comments are a column's own, and so is how values are kept, unless another type resets it. */
  private static boolean isHandedDown(Change change, Set<ObjectRef> retyped) {
    return change instanceof Change.Altered altered
        && switch (altered.property()) {
          case COMMENT, OPTIONS -> false;
          case STORAGE -> altered.to().isEmpty() && retyped.contains(change.subject());
          default -> true;
        };
  }

  private static Change original(
      Change change, Map<ObjectRef, List<Change>> onColumns, Descent descent) {
    for (ObjectRef source : sources(change.subject(), descent)) {
      for (Change other : onColumns.getOrDefault(source, List.of())) {
        if (isSame(change, other)) {
          return original(other, onColumns, descent);
        }
      }
    }
    return change;
  }

  private static boolean isSame(Change change, Change other) {
    if (change instanceof Change.Renamed one && other instanceof Change.Renamed two) {
      return !one.moved() && one.before().ref().name().equals(two.before().ref().name());
    }
    return change instanceof Change.Altered one
        && other instanceof Change.Altered two
        && one.property() == two.property()
        && one.from().equals(two.from())
        && one.to().equals(two.to());
  }

  /**
   * A change that only repeats another.
   *
   * @param subject the column that has it from elsewhere
   * @param change what happened to it
   * @param original what happened to the column that it comes from
   */
  record Echo(ObjectRef subject, Change change, Change original) {}
}
