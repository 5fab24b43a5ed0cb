package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import java.util.Optional;

/** A column that writers need not know of. */
final class ColumnAdded implements VerdictRule {

  @Override
  public String id() {
    return "column-added";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Column.class)
        .map(
            column ->
                new Ruling(this, NON_BREAKING)
                    .readers(CONDITIONAL)
                    .writers(CONDITIONAL)
                    .lock(ACCESS_EXCLUSIVE)
                    .note(READERS)
                    .note(WRITERS)
                    .says(the(column) + " is new" + (column.nullable() ? "" : ", with a default")));
  }

  /** How readers can notice a new column (measured on PostgreSQL 14 to 18). */
  static final String READERS =
      "Readers of SELECT *, natural joins and unqualified names in joins can notice";

  /** How writers can notice a new column. */
  static final String WRITERS = "INSERT … SELECT * from or into the table can notice";
}
