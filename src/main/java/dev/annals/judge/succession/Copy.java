package dev.annals.judge.succession;

/**
 * That values of one column are given to another of the same table. Names are in lower case.
 *
 * @param schema the name space; empty where the statement does not say
 * @param table the table
 * @param from the column that is read
 * @param to the column that is written
 */
public record Copy(String schema, String table, String from, String to) {

  /** True for the opposite direction between the same two. */
  public boolean isReverseOf(Copy other) {
    return table.equals(other.table)
        && schema.equals(other.schema)
        && from.equals(other.to)
        && to.equals(other.from);
  }
}
