package dev.annals.judge.rules;

import static dev.annals.judge.rules.Conversion.DECIMALS_ADDED;
import static dev.annals.judge.rules.Conversion.DECIMALS_ROUNDED;
import static dev.annals.judge.rules.Conversion.DIGITS_TAKEN;
import static dev.annals.judge.rules.Conversion.INTEGER_NARROWED;
import static dev.annals.judge.rules.Conversion.INTEGER_WIDENED;
import static dev.annals.judge.rules.Conversion.OTHER_TYPE_SAME_BYTES;
import static dev.annals.judge.rules.Conversion.PRECISION_LOST;
import static dev.annals.judge.rules.Conversion.SAME_BYTES;
import static dev.annals.judge.rules.Conversion.VALUE_KEPT;

import java.util.List;
import java.util.Optional;

/** The part of the type matrix that is about numbers. */
final class NumberMatrix {

  /** From narrow to wide, with the decimal digits that each can need. */
  private static final List<String> WHOLE = List.of("smallint", "integer", "bigint");

  private static final List<Integer> DIGITS = List.of(5, 10, 19);

  private NumberMatrix() {}

  /** The conversion; nothing where one of the two is no number. */
  static Optional<Conversion> conversion(TypeText from, TypeText to) {
    if (!isNumber(from) || !isNumber(to)) {
      return Optional.empty();
    }
    if (from.is("oid") || to.is("oid")) {
      boolean sameSize = from.is("integer") || to.is("integer");
      return Optional.of(sameSize ? OTHER_TYPE_SAME_BYTES : INTEGER_NARROWED);
    }
    if (isFloat(from) || isFloat(to)) {
      return Optional.of(holdsFloats(from, to) ? VALUE_KEPT : PRECISION_LOST);
    }
    if (from.is("numeric")) {
      return Optional.of(to.is("numeric") ? numerics(from, to) : DECIMALS_ROUNDED);
    }
    return Optional.of(to.is("numeric") ? wholeToNumeric(from, to) : wholes(from, to));
  }

  private static Conversion wholes(TypeText from, TypeText to) {
    return WHOLE.indexOf(to.name()) > WHOLE.indexOf(from.name())
        ? INTEGER_WIDENED
        : INTEGER_NARROWED;
  }

  private static Conversion wholeToNumeric(TypeText from, TypeText to) {
    int needed = DIGITS.get(WHOLE.indexOf(from.name()));
    return to.modifiers().isEmpty() || to.wholeDigits() >= needed ? VALUE_KEPT : DIGITS_TAKEN;
  }

  private static Conversion numerics(TypeText from, TypeText to) {
    if (to.modifiers().isEmpty()) {
      return SAME_BYTES;
    }
    if (from.modifiers().isEmpty() || to.scale() < from.scale()) {
      return DECIMALS_ROUNDED;
    }
    if (to.wholeDigits() < from.wholeDigits()) {
      return DIGITS_TAKEN;
    }
    return to.scale() == from.scale() ? SAME_BYTES : DECIMALS_ADDED;
  }

  /** A smallint fits into a real's 24 bits, an integer into a double's 53. */
  private static boolean holdsFloats(TypeText from, TypeText to) {
    return to.is("double precision")
        ? from.is("real", "smallint", "integer")
        : to.is("real") && from.is("smallint");
  }

  private static boolean isNumber(TypeText type) {
    return WHOLE.contains(type.name()) || type.is("numeric", "oid") || isFloat(type);
  }

  private static boolean isFloat(TypeText type) {
    return type.is("real", "double precision");
  }
}
