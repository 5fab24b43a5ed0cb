package dev.annals.packed;

import java.util.List;

/** A text; one that comes again is a number. */
final class TextShape extends Shape {

  @Override
  void write(Object value, PackedOutput out) {
    if (!out.remembers()) {
      out.text((String) value);
    } else if (!out.again(this, value)) {
      out.learn(this, value);
      out.text((String) value);
    }
  }

  @Override
  Object read(PackedInput in) {
    int number = (int) in.number();
    List<Object> known = in.known(this);
    if (number == 0) {
      known.add(in.text());
      return known.get(known.size() - 1);
    }
    return known.get(number - 1);
  }
}
