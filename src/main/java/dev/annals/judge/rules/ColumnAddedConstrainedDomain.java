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

/** A column of a domain that has conditions. */
final class ColumnAddedConstrainedDomain implements VerdictRule {

  @Override
  public String id() {
    return "column-added-constrained-domain";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Column.class)
        .filter(column -> Domains.isConstrained(column.type(), context.after()))
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
                        "Use the base type and a check constraint that is validated afterwards")
                    .says(
                        the(column)
                            + " is new and its domain "
                            + Words.plain(column.type())
                            + " has conditions"));
  }
}
