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

/** A column that the server numbers. */
final class ColumnAddedIdentity implements VerdictRule {

  @Override
  public String id() {
    return "column-added-identity";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Column.class)
        .filter(
            column -> !column.identity().isEmpty() || column.defaultValue().contains("nextval("))
        .map(
            column ->
                new Ruling(this, NON_BREAKING)
                    .readers(CONDITIONAL)
                    .lock(ACCESS_EXCLUSIVE)
                    .work(REWRITE)
                    .workIf(Keys.areOn(column.schema(), column.relation(), context), INDEX_BUILD)
                    .note(ColumnAdded.READERS)
                    .instead(
                        "Add "
                            + column.name()
                            + " as a plain column, fill it in batches, then number it")
                    .says(the(column) + " is new and every old row gets a number"));
  }
}
