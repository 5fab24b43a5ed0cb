package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.owner;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import java.util.Optional;

/** A view that shows one more column. */
final class ViewColumnAdded implements VerdictRule {

  @Override
  public String id() {
    return "view-column-added";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Column.class)
        .filter(context::ofView)
        .map(
            column ->
                new Ruling(this, NON_BREAKING)
                    .readers(CONDITIONAL)
                    .lock(ACCESS_EXCLUSIVE)
                    .note("Readers of SELECT * get a column more than before")
                    .says("view " + owner(column) + " shows one more column, " + column.name()));
  }
}
