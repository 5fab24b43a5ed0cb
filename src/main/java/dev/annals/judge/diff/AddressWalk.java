package dev.annals.judge.diff;

import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Snapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * One walk over two schemas, both sorted by address. What is the very same instance on both sides
 * is passed over without a look into it; the rest is parted by what stands where.
 */
final class AddressWalk {

  private final Snapshot before;
  private final Snapshot after;
  private final Origins origins;
  private final List<Integer> lost = new ArrayList<>();
  private final List<Integer> found = new ArrayList<>();
  private final List<int[]> same = new ArrayList<>();
  private final List<int[]> doubtful = new ArrayList<>();

  AddressWalk(Snapshot before, Snapshot after) {
    this.before = before;
    this.after = after;
    this.origins = new Origins(after.schema().objects().size());
    walk();
  }

  /** The object at an index of the schema before. */
  SchemaObject old(int index) {
    return before.schema().objects().get(index);
  }

  /** The object at an index of the schema after. */
  SchemaObject now(int index) {
    return after.schema().objects().get(index);
  }

  /** The identity before; 0 where it is not known. */
  long oldNumber(int index) {
    return before.identities().get(index).longValue();
  }

  /** The identity after; 0 where it is not known. */
  long newNumber(int index) {
    return after.identities().get(index).longValue();
  }

  /** True where both sides know an identity, and not the same. */
  boolean replaced(int i, int j) {
    return oldNumber(i) != 0 && newNumber(j) != 0 && oldNumber(i) != newNumber(j);
  }

  /** For each object after, where it was; filled for the untouched ones. */
  Origins origins() {
    return origins;
  }

  /** Objects that are not found at their address, or not with their identity. */
  List<Integer> lost() {
    return lost;
  }

  /** Objects that were not at their address, or not with their identity. */
  List<Integer> found() {
    return found;
  }

  /** Pairs of one identity at one address. */
  List<int[]> same() {
    return same;
  }

  /** Pairs at one address of which one side knows no identity. */
  List<int[]> doubtful() {
    return doubtful;
  }

  private void walk() {
    int i = 0;
    int j = 0;
    int left = before.schema().objects().size();
    while (i < left && j < origins.size()) {
      if (old(i) == now(j) && oldNumber(i) == newNumber(j)) {
        origins.note(j++, i++);
        continue;
      }
      int order = old(i).ref().compareTo(now(j).ref());
      if (order < 0) {
        lost.add(i++);
      } else if (order > 0) {
        found.add(j++);
      } else {
        meet(i++, j++);
      }
    }
    while (i < left) {
      lost.add(i++);
    }
    while (j < origins.size()) {
      found.add(j++);
    }
  }

  private void meet(int i, int j) {
    if (replaced(i, j)) {
      lost.add(i);
      found.add(j);
    } else if (oldNumber(i) != 0 && newNumber(j) != 0) {
      same.add(new int[] {i, j});
    } else {
      doubtful.add(new int[] {i, j});
    }
  }
}
