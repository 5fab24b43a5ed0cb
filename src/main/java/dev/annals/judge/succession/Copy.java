package dev.annals.judge.succession;

import java.util.Set;

/**
 * That values of one column are given to another, of the same table or of another one. Names are in
 * lower case.
 *
 * @param schema the name space; empty where the statement does not say
 * @param table the table
 * @param from the column that is read
 * @param intoSchema the name space of the table that is written
 * @param into the table that is written
 * @param to the column that is written
 * @param mixed all columns that its value is made of, where they are several
 * @param value how its value is made; empty where it is the old one as it is
 */
public record Copy(
    String schema,
    String table,
    String from,
    String intoSchema,
    String into,
    String to,
    Set<String> mixed,
    String value) {

  public Copy {
    mixed = Set.copyOf(mixed);
  }

  /** Within a table, the value as it is. */
  public Copy(String schema, String table, String from, String to) {
    this(schema, table, from, schema, table, to, Set.of(), "");
  }

  /** True where both columns are of one table. */
  boolean within() {
    return table.equals(into) && schema.equals(intoSchema);
  }

  /** True for the opposite direction between the same two. */
  public boolean isReverseOf(Copy other) {
    return table.equals(other.into)
        && schema.equals(other.intoSchema)
        && into.equals(other.table)
        && from.equals(other.to)
        && to.equals(other.from);
  }

  /** What is said of it. */
  String words() {
    return "its values were copied"
        + (within() ? "" : " to " + into + "." + to)
        + (value.isEmpty() ? "" : " as " + value);
  }
}
