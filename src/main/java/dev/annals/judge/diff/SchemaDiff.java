package dev.annals.judge.diff;

import dev.annals.judge.diff.Pairing.Pair;
import dev.annals.model.change.Change;
import dev.annals.model.schema.Cast;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Operator;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Snapshot;
import dev.annals.model.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Compares two schemas. The same objects are found by their identities where both sides know them,
 * so that a rename is one change; otherwise by their addresses.
 */
public final class SchemaDiff {

  private SchemaDiff() {}

  /**
   * All differences, as a flat list in a fixed order: by owner, kind, name and property. What only
   * follows from another change is left out: texts that the server wrote anew after a rename, the
   * columns of a new table, the places of columns behind a dropped one, what partitions and
   * children have from elsewhere.
   */
  public static List<Change> between(Snapshot before, Snapshot after) {
    return compare(before, after).changes();
  }

  /** The differences with how they were found. */
  static Comparison compare(Snapshot before, Snapshot after) {
    Pairing pairing = new Pairer(before, after).pair();
    Map<ObjectRef, ObjectRef> now = partitions(pairing, Pair::after);
    Map<ObjectRef, ObjectRef> addedWith = Belongings.ofAdded(pairing.found(), after.schema(), now);
    Inherited.columns(pairing.found(), after.schema(), now.keySet(), addedWith);
    Map<ObjectRef, ObjectRef> then = partitions(pairing, Pair::before);
    Map<ObjectRef, ObjectRef> droppedWith =
        Belongings.ofDropped(pairing.lost(), before.schema(), then);
    Inherited.columns(pairing.lost(), before.schema(), then.keySet(), droppedWith);
    List<Change> changes = new ArrayList<>();
    for (SchemaObject object : pairing.lost()) {
      if (!droppedWith.containsKey(object.ref())) {
        changes.add(new Change.Dropped(object));
      }
    }
    for (SchemaObject object : pairing.found()) {
      if (!addedWith.containsKey(object.ref())) {
        changes.add(new Change.Added(object));
      }
    }
    Alterations alterations = new Alterations(pairing, after.schema());
    for (Pair pair : pairing.pairs()) {
      addName(pair, pairing.renames(), changes);
      changes.addAll(alterations.of(pair));
    }
    List<Inherited.Echo> echoes = Inherited.takeOut(changes, after.schema());
    changes.sort(ChangeOrder.INSTANCE);
    return new Comparison(pairing, List.copyOf(changes), addedWith, droppedWith, echoes);
  }

  /** Tables that became or ceased to be partitions, by their address on one side. */
  private static Map<ObjectRef, ObjectRef> partitions(
      Pairing pairing, Function<Pair, SchemaObject> side) {
    Map<ObjectRef, ObjectRef> partitions = new HashMap<>();
    for (Pair pair : pairing.pairs()) {
      if (pair.before() instanceof Table from
          && pair.after() instanceof Table to
          && from.partitionOf().isEmpty() != to.partitionOf().isEmpty()) {
        partitions.put(side.apply(pair).ref(), to.ref());
      }
    }
    return partitions;
  }

  private static void addName(Pair pair, Renames renames, List<Change> changes) {
    if (pair.recreated()) {
      changes.add(new Change.Recreated(pair.before(), pair.after()));
    } else if (isRenamed(pair, renames)) {
      changes.add(new Change.Renamed(pair.before(), pair.after()));
    }
  }

  private static boolean isRenamed(Pair pair, Renames renames) {
    ObjectRef expected = renames.expected(pair.before());
    ObjectRef ref = Renames.plain(pair.after().ref());
    if (pair.before() instanceof Routine from && pair.after() instanceof Routine to) {
      // The types in its signature may have been renamed; its own name has not.
      return !from.name().equals(to.name()) || !expected.schema().equals(ref.schema());
    }
    if (pair.before() instanceof Operator from && pair.after() instanceof Operator to) {
      return !from.name().equals(to.name()) || !expected.schema().equals(ref.schema());
    }
    return !expected.equals(ref) && !(pair.before() instanceof Cast);
  }
}
