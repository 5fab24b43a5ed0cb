package dev.annals.judge.rules;

import static dev.annals.judge.rules.Conversion.BLANKS_CHANGED;
import static dev.annals.judge.rules.Conversion.CONDITIONS_ADDED;
import static dev.annals.judge.rules.Conversion.LABELS_EXCHANGED;
import static dev.annals.judge.rules.Conversion.PARSED;
import static dev.annals.judge.rules.Conversion.PRINTED;
import static dev.annals.judge.rules.Conversion.SAME_BYTES;
import static dev.annals.judge.rules.Conversion.TEXT_SHORTENED;
import static dev.annals.judge.rules.Conversion.UNKNOWN;

import dev.annals.model.schema.EnumType;
import dev.annals.model.schema.Schema;

/**
 * Which {@link Conversion} a type change is: the matrix measured on PostgreSQL 14 to 18. Texts,
 * domains and enums are told here, numbers by {@link NumberMatrix}, times and the rest by {@link
 * OtherMatrix}.
 */
final class TypeMatrix {

  private final Schema before;
  private final Schema after;

  TypeMatrix(Schema before, Schema after) {
    this.before = before;
    this.after = after;
  }

  /** The conversion from one type text to another; of the elements where both are arrays. */
  Conversion conversion(String from, String to) {
    TypeText source = TypeText.parse(Domains.base(from, before));
    TypeText target = TypeText.parse(Domains.base(to, after));
    if (source.array() != target.array()) {
      return target.array() || !isText(target) ? UNKNOWN : PRINTED;
    }
    Conversion conversion =
        source.equals(target) ? SAME_BYTES : elements(source.element(), target.element());
    boolean toDomain = !Domains.base(to, after).equals(to);
    return conversion == SAME_BYTES && toDomain && Domains.isConstrained(to, after)
        ? CONDITIONS_ADDED
        : conversion;
  }

  private Conversion elements(TypeText from, TypeText to) {
    if (from.is("character", "bpchar") || to.is("character", "bpchar")) {
      return isText(from) && isText(to) ? BLANKS_CHANGED : texts(from, to);
    }
    if (isText(from) || isText(to)) {
      return texts(from, to);
    }
    if (isEnum(from, before) && isEnum(to, after)) {
      return LABELS_EXCHANGED;
    }
    return NumberMatrix.conversion(from, to).orElseGet(() -> OtherMatrix.conversion(from, to));
  }

  private static Conversion texts(TypeText from, TypeText to) {
    if (isText(from) && isText(to)) {
      return to.limit() >= from.limit() ? SAME_BYTES : TEXT_SHORTENED;
    }
    return isText(to) ? PRINTED : PARSED;
  }

  private static boolean isText(TypeText type) {
    return type.is("text", "character varying", "character", "bpchar");
  }

  private static boolean isEnum(TypeText type, Schema schema) {
    return schema.all(EnumType.class).anyMatch(known -> TypeNames.names(type.name(), known));
  }
}
