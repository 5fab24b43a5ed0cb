package dev.annals.packed;

import java.util.function.LongFunction;

/** Whole numbers, and what is true or false. */
final class NumberShape extends Shape {

  static final Shape INT = new NumberShape(number -> (int) number);
  static final Shape LONG = new NumberShape(number -> number);
  static final Shape FLAG = new NumberShape(number -> number != 0);

  private final LongFunction<Object> made;

  private NumberShape(LongFunction<Object> made) {
    this.made = made;
  }

  @Override
  void write(Object value, PackedOutput out) {
    out.number(
        value instanceof Boolean flag
            ? (flag.booleanValue() ? 1 : 0)
            : ((Number) value).longValue());
  }

  @Override
  Object read(PackedInput in) {
    return made.apply(in.number());
  }
}
