package dev.annals.judge.diff;

import java.util.Arrays;

/** For each object of a schema, where it was in the schema before: an index into its objects. */
final class Origins {

  private final int[] before;

  /** Nothing is known yet of so many objects. */
  Origins(int size) {
    this.before = new int[size];
    Arrays.fill(before, -1);
  }

  /** Notes where an object was. */
  void note(int after, int index) {
    before[after] = index;
  }

  /** Where the object was; -1 where it is new. */
  int of(int after) {
    return before[after];
  }

  /** How many objects there are. */
  int size() {
    return before.length;
  }
}
