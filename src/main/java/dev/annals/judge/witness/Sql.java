package dev.annals.judge.witness;

import dev.annals.ddl.Names;
import dev.annals.model.schema.ObjectRef;
import java.util.regex.Pattern;

/** Writes names as they have to stand in a statement. */
final class Sql {

  private Sql() {}

  /** A name, in quotation marks where it would not be read as it is. */
  static String name(String name) {
    return Names.name(name);
  }

  /** A name with its name space, as far as people write it. */
  static String name(String schema, String name) {
    return schema.equals("public") || schema.isEmpty()
        ? name(name)
        : name(schema) + "." + name(name);
  }

  /** The address of an object that stands for itself. */
  static String name(ObjectRef ref) {
    return name(ref.schema(), ref.name());
  }

  /** A text literal. */
  static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** True where a column, or an expression, speaks of a column. */
  static boolean mentions(String expression, String column) {
    return expression.equals(column)
        || Pattern.compile("\\b" + Pattern.quote(column) + "\\b").matcher(expression).find();
  }
}
