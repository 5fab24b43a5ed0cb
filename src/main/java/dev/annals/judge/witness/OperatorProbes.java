package dev.annals.judge.witness;

import dev.annals.model.schema.Cast;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Operator;
import dev.annals.model.schema.Table;
import java.util.stream.Stream;

/** Values of two types between which there is an operator, or a cast. */
final class OperatorProbes {

  /** So many columns are filled by a cast. */
  private static final int COLUMNS = 4;

  private OperatorProbes() {}

  /** An operator that is gone, moved, or gives another type. */
  static void of(Operator operator, Questions questions) {
    String left = operator.left().isEmpty() ? "" : "NULL::" + operator.left() + " ";
    String sign =
        operator.schema().equals("public")
            ? operator.name()
            : "OPERATOR(" + Sql.name(operator.schema()) + "." + operator.name() + ")";
    questions.described("SELECT " + left + sign + " NULL::" + operator.right());
  }

  /** A cast that is gone, or not taken everywhere any more. */
  static void of(Cast cast, Questions questions) {
    if (!cast.context().equals("explicit")) {
      stored(cast, questions);
    }
    questions.reader("SELECT CAST(NULL::%s AS %s)".formatted(cast.source(), cast.target()), "");
  }

  /** Columns of the target that take the source. */
  private static void stored(Cast cast, Questions questions) {
    Stream<Column> columns =
        questions
            .before()
            .all(Column.class)
            .filter(column -> column.type().replaceFirst("\\(.*\\)", "").equals(cast.target()))
            .filter(column -> column.generated().isEmpty());
    columns
        .filter(
            column ->
                questions
                    .before()
                    .relation(column.schema(), column.relation())
                    .filter(Table.class::isInstance)
                    .isPresent())
        .limit(COLUMNS)
        .forEach(
            column ->
                questions.writer(
                    "INSERT INTO %s (%s) VALUES (NULL::%s)"
                        .formatted(
                            Sql.name(column.schema(), column.relation()),
                            Sql.name(column.name()),
                            cast.source()),
                    ""));
  }
}
