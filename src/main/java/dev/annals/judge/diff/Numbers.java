package dev.annals.judge.diff;

import java.util.AbstractList;
import java.util.Arrays;

/** Lifeline numbers, parallel to the objects of one schema; four bytes each. */
final class Numbers extends AbstractList<Long> {

  private final int[] values;

  Numbers(int[] values) {
    this.values = values;
  }

  int number(int index) {
    return values[index];
  }

  /** Itself where the other numbers are the same: most steps touch little. */
  Numbers orSame(int[] others) {
    return Arrays.equals(values, others) ? this : new Numbers(others);
  }

  @Override
  public Long get(int index) {
    return (long) values[index];
  }

  @Override
  public int size() {
    return values.length;
  }
}
