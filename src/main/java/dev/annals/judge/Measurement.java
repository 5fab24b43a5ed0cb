package dev.annals.judge;

import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Lock;
import dev.annals.model.change.Verdict;
import dev.annals.model.change.Work;
import dev.annals.model.history.Observation;
import dev.annals.model.schema.Descent;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts the locks and the work that a replay saw in the place of those that the rules expect. The
 * replay sees them by relation, not by change: where several changes of a step are on one relation,
 * each gets what its rule allows for, and what no rule allows for goes to all of them.
 */
final class Measurement {

  private final Observation observation;
  private final Descent before;
  private final Descent after;
  private final Map<ObjectRef, List<Verdict>> onRelation = new HashMap<>();

  /** Relations that were renamed, as they are now, to what they were. */
  private final Map<ObjectRef, ObjectRef> former = new HashMap<>();

  Measurement(Observation observation, Schema before, Schema after) {
    this.observation = observation;
    this.before = new Descent(before);
    this.after = new Descent(after);
  }

  /** The same changes with measured verdicts, where something was measured. */
  List<JudgedChange> applyTo(List<JudgedChange> judged) {
    if (observation.locks().isEmpty() && observation.work().isEmpty()) {
      return judged;
    }
    for (JudgedChange each : judged) {
      if (each.change() instanceof Change.Renamed renamed && each.change().kind().isRelation()) {
        former.put(table(renamed.after().ref()), renamed.before().ref());
      }
    }
    for (JudgedChange each : judged) {
      for (ObjectRef relation : relations(each.change())) {
        onRelation.computeIfAbsent(relation, key -> new ArrayList<>()).add(each.verdict());
      }
    }
    return judged.stream()
        .map(each -> new JudgedChange(each.change(), measured(each.change(), each.verdict())))
        .toList();
  }

  private Verdict measured(Change change, Verdict verdict) {
    Lock lock = Lock.NONE;
    Set<Work> work = EnumSet.noneOf(Work.class);
    boolean seen = false;
    boolean expectedLess = false;
    for (ObjectRef relation : relations(change)) {
      seen = true;
      Lock taken = observation.locks().getOrDefault(relation, Lock.NONE);
      boolean mine = isClaimed(relation, taken) ? verdict.lock().compareTo(taken) >= 0 : true;
      expectedLess |= !mine;
      lock = lock.or(mine ? taken : verdict.lock());
      for (Work item : observation.work().getOrDefault(relation, Set.of())) {
        if (verdict.work().contains(item) || !isClaimed(relation, item)) {
          work.add(item);
        }
      }
    }
    return seen ? with(verdict, lock, work, !expectedLess) : verdict;
  }

  private boolean isClaimed(ObjectRef relation, Lock taken) {
    return onRelation.get(relation).stream()
        .anyMatch(verdict -> verdict.lock().compareTo(taken) >= 0);
  }

  private boolean isClaimed(ObjectRef relation, Work item) {
    return onRelation.get(relation).stream().anyMatch(verdict -> verdict.work().contains(item));
  }

  /** The relations that the change is on and that were watched, under the names of either side. */
  private Set<ObjectRef> relations(Change change) {
    Set<ObjectRef> found = new TreeSet<>();
    for (SchemaObject object : sides(change)) {
      ObjectRef ref = object.ref();
      if (ref.kind().isRelation() || ref.kind().belongsToRelation()) {
        addWatched(ref.schema(), ref.owner(), found);
        if (change instanceof Change.Added) {
          addFormer(ref.schema(), ref.owner(), found);
        }
        addBelow(ref, found);
      }
      if (object instanceof ForeignKey key) {
        addWatched(key.targetSchema(), key.targetTable(), found);
        addFormer(key.targetSchema(), key.targetTable(), found);
      }
    }
    return found;
  }

  /** What is done to a part of a partitioned or inherited table is done to those below it. */
  private void addBelow(ObjectRef part, Set<ObjectRef> found) {
    if (part.kind().isRelation()) {
      return;
    }
    ObjectRef table = ObjectRef.table(part.schema(), part.owner());
    boolean inherited = part.kind() == ObjectKind.COLUMN || part.kind() == ObjectKind.CHECK;
    for (Descent side : List.of(before, after)) {
      for (ObjectRef each : inherited ? side.below(table) : side.partitionsBelow(table)) {
        addWatched(each.schema(), each.name(), found);
      }
    }
  }

  private static List<SchemaObject> sides(Change change) {
    if (change instanceof Change.Added added) {
      return added.object().ref().kind().isRelation() ? List.of() : List.of(added.object());
    }
    if (change instanceof Change.Dropped dropped) {
      return List.of(dropped.object());
    }
    if (change instanceof Change.Renamed renamed) {
      return List.of(renamed.before(), renamed.after());
    }
    if (change instanceof Change.Altered altered) {
      return List.of(altered.before(), altered.after());
    }
    return List.of(((Change.Recreated) change).before());
  }

  private void addWatched(String schema, String name, Set<ObjectRef> found) {
    for (ObjectKind kind :
        List.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW)) {
      ObjectRef ref = ObjectRef.of(kind, schema, name);
      if (observation.locks().containsKey(ref) || observation.work().containsKey(ref)) {
        found.add(ref);
      }
    }
  }

  /** What is new on a relation that was renamed was done to it under its former name. */
  private void addFormer(String schema, String name, Set<ObjectRef> found) {
    ObjectRef was = former.get(ObjectRef.table(schema, name));
    if (was != null) {
      addWatched(was.schema(), was.name(), found);
    }
  }

  private static ObjectRef table(ObjectRef relation) {
    return ObjectRef.table(relation.schema(), relation.name());
  }

  private static Verdict with(Verdict verdict, Lock lock, Set<Work> work, boolean measured) {
    return new Verdict(
        verdict.rule(),
        verdict.level(),
        verdict.readers(),
        verdict.writers(),
        verdict.data(),
        lock,
        work,
        measured,
        verdict.reversibility(),
        verdict.summary(),
        verdict.notes(),
        verdict.instead());
  }
}
