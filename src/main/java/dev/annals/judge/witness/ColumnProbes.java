package dev.annals.judge.witness;

import dev.annals.model.change.Change;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Table;
import dev.annals.model.witness.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Statements that use a column as it was. */
final class ColumnProbes {

  private static final int MOST = 12;

  private ColumnProbes() {}

  static void altered(Change.Altered altered, Column before, Questions questions) {
    Column after = (Column) altered.after();
    switch (altered.property()) {
      case TYPE -> type(before, questions);
      case NULLABLE, DEFAULT -> {
        if (!after.nullable()) {
          ConstraintProbes.without(before, questions);
        }
        if (before.nullable() && !after.nullable()) {
          ConstraintProbes.with(before, "null", "null value in column", questions);
        }
      }
      case IDENTITY -> {
        ConstraintProbes.without(before, questions);
        given(before, questions);
      }
      case GENERATED -> {
        given(before, questions);
        if (after.generated().isEmpty() || !before.generated().isEmpty()) {
          computed(before, questions);
        }
      }
      default -> {}
    }
  }

  /** A writer who says the value. */
  private static void given(Column column, Questions questions) {
    List<String> values = questions.rows().values(column);
    for (String value : values.subList(0, Math.min(3, values.size()))) {
      ConstraintProbes.with(column, value, column.name(), questions);
    }
  }

  /** A writer who leaves the value to the server, and reads it back. */
  private static void computed(Column column, Questions questions) {
    ObjectRef table = ObjectRef.table(column.schema(), column.relation());
    for (int variant = 0; variant < 4; variant++) {
      Rows.Row row = questions.row(table, Map.of(), variant);
      String sql = row.sql() + " RETURNING " + Sql.name(column.name());
      questions.run(Side.WRITER, row.setup(), sql, column.name());
    }
  }

  /** Compares it with plain values first, writes those first that just fit, and reads it. */
  private static void type(Column column, Questions questions) {
    String relation = Sql.name(column.schema(), column.relation());
    String name = Sql.name(column.name());
    List<String> values = new ArrayList<>(questions.rows().values(column));
    for (String value : values.subList(0, Math.min(MOST, values.size()))) {
      questions.reader("SELECT * FROM %s WHERE %s = %s".formatted(relation, name, value), "");
    }
    Collections.reverse(values); // those that just fit are the last
    boolean table = questions.before().find(table(column)).isPresent();
    if (table) {
      for (int i = 0; i < Math.min(MOST, values.size()); i++) {
        Rows.Row row = questions.row(table(column), Map.of(column.name(), values.get(i)), i);
        Rows.Row plain = questions.row(table(column), Map.of(column.name(), values.get(i)), 0);
        questions.run(Side.WRITER, plain.setup(), plain.sql() + " RETURNING " + name, "");
        questions.run(Side.WRITER, row.setup(), row.sql() + " RETURNING " + name, "");
      }
    }
    questions.described("SELECT " + name + " FROM " + relation);
  }

  private static ObjectRef table(Column column) {
    return ObjectRef.table(column.schema(), column.relation());
  }

  /** Another way of being divided refuses the partitions that fitted the old one. */
  static void partitionKey(Table table, Questions questions) {
    String bound =
        table.partitionKey().startsWith("RANGE")
            ? "FROM (MINVALUE) TO (MAXVALUE)"
            : table.partitionKey().startsWith("LIST")
                ? "IN (NULL)"
                : "WITH (MODULUS 2, REMAINDER 0)";
    String name = Sql.name(table.ref());
    questions.run(
        Side.WRITER,
        List.of(),
        "CREATE TABLE %s_next PARTITION OF %s FOR VALUES %s"
            .formatted(table.name().replaceAll("\\W", ""), name, bound),
        "");
  }
}
