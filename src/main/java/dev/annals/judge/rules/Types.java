package dev.annals.judge.rules;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.Domain;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.Schema;
import java.util.List;

/** Answers about the types that a schema defines. */
final class Types {

  private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");

  private Types() {}

  /** True for kinds that are types. */
  static boolean concerns(ObjectKind kind) {
    return kind == ObjectKind.ENUM
        || kind == ObjectKind.DOMAIN
        || kind == ObjectKind.COMPOSITE
        || kind == ObjectKind.RANGE;
  }

  /** True where a column, or a domain, is of the type of that name. */
  static boolean isUsed(String type, String schema, Schema in) {
    Domain named = new Domain(schema, type, "", true, "", "", "");
    return in.all(Column.class).anyMatch(column -> uses(column.type(), named))
        || in.all(Domain.class).anyMatch(domain -> uses(domain.baseType(), named));
  }

  private static boolean uses(String text, Domain named) {
    return TypeNames.names(text.replace("[]", ""), named);
  }

  /** True where the second type holds all whole numbers of the first and more. */
  static boolean isWiderInteger(String from, String to) {
    return INTEGERS.contains(from) && INTEGERS.indexOf(to) > INTEGERS.indexOf(from);
  }
}
