package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.INDEX_BUILD;
import static dev.annals.model.change.Work.REWRITE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import java.util.Optional;

/** A column whose default differs from row to row. */
final class ColumnAddedVolatileDefault implements VerdictRule {

  @Override
  public String id() {
    return "column-added-volatile-default";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Column.class)
        .filter(column -> Volatility.isVolatile(column.defaultValue(), context.after()))
        .filter(column -> !isInlined(column, context))
        .map(
            column ->
                new Ruling(this, NON_BREAKING)
                    .readers(CONDITIONAL)
                    .writers(CONDITIONAL)
                    .lock(ACCESS_EXCLUSIVE)
                    .work(REWRITE)
                    .workIf(Keys.areOn(column.schema(), column.relation(), context), INDEX_BUILD)
                    .note(ColumnAdded.READERS)
                    .note(ColumnAdded.WRITERS)
                    .instead(
                        "Add "
                            + column.name()
                            + " without a default, then set the default, then fill old rows in"
                            + " batches")
                    .says(
                        the(column)
                            + " is new and every old row gets its own "
                            + column.defaultValue()));
  }

  /** A function that is declared volatile can be inlined to a constant: only a replay knows. */
  private static boolean isInlined(Column column, ChangeContext context) {
    return context
        .after()
        .table(column.schema(), column.relation())
        .filter(table -> table.partitionKey().isEmpty())
        .map(table -> context.spared(table.schema(), table.name(), REWRITE))
        .orElse(false);
  }
}
