package dev.annals.extract.replay.cache;

import dev.annals.extract.replay.cache.StepChange.Kept;
import dev.annals.model.history.Observation;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A structure that goes from step to step; what does not change stays the same instance. */
final class Structure {

  private final TreeMap<ObjectRef, SchemaObject> objects = new TreeMap<>();
  private final TreeMap<ObjectRef, Long> identities = new TreeMap<>();
  private long highest;

  /** A structure with nothing in it. */
  Structure() {}

  /** A structure that begins as this one. */
  Structure(Snapshot snapshot) {
    for (int i = 0; i < size(snapshot); i++) {
      put(kept(snapshot, i));
    }
  }

  /** The structure after a step. */
  Snapshot after(StepChange step) {
    step.gone().forEach(this::remove);
    for (Kept kept : step.come()) {
      put(kept);
    }
    return new Snapshot(Schema.of(objects), new ArrayList<>(identities.values()));
  }

  private void put(Kept kept) {
    ObjectRef ref = kept.object().ref();
    objects.put(ref, kept.object());
    identities.put(ref, kept.identity());
    highest = Math.max(highest, kept.identity());
  }

  private void remove(ObjectRef ref) {
    objects.remove(ref);
    identities.remove(ref);
  }

  /** The highest identity so far. */
  long highest() {
    return highest;
  }

  /** What a step changed. */
  static StepChange step(
      Snapshot before, Snapshot after, Observation observation, List<String> notes) {
    List<ObjectRef> gone = new ArrayList<>();
    List<Kept> come = new ArrayList<>();
    int then = 0;
    int now = 0;
    // both are sorted by their addresses
    while (then < size(before) || now < size(after)) {
      int order = order(before, then, after, now);
      if (order < 0) {
        gone.add(object(before, then++).ref());
      } else if (order > 0) {
        come.add(kept(after, now++));
      } else {
        if (!same(before, then++, after, now)) {
          come.add(kept(after, now));
        }
        now++;
      }
    }
    return new StepChange(gone, come, observation, notes);
  }

  private static int order(Snapshot before, int then, Snapshot after, int now) {
    if (then == size(before)) {
      return 1;
    }
    if (now == size(after)) {
      return -1;
    }
    SchemaObject a = object(before, then);
    SchemaObject b = object(after, now);
    return a == b ? 0 : a.ref().compareTo(b.ref());
  }

  private static boolean same(Snapshot before, int then, Snapshot after, int now) {
    SchemaObject a = object(before, then);
    SchemaObject b = object(after, now);
    return before.identities().get(then).equals(after.identities().get(now))
        && (a == b || a.equals(b));
  }

  private static int size(Snapshot snapshot) {
    return snapshot.schema().objects().size();
  }

  private static SchemaObject object(Snapshot snapshot, int index) {
    return snapshot.schema().objects().get(index);
  }

  private static Kept kept(Snapshot snapshot, int index) {
    return new Kept(snapshot.identities().get(index), object(snapshot, index));
  }
}
