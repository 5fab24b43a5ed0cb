package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.owner;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import java.util.Optional;

/** A view that no longer shows a column. */
final class ViewColumnDropped implements VerdictRule {

  @Override
  public String id() {
    return "view-column-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, Column.class)
        .filter(context::ofView)
        .map(
            column ->
                new Ruling(this, BREAKING)
                    .readers(BREAKS)
                    .writers(CONDITIONAL)
                    .lock(ACCESS_EXCLUSIVE)
                    .note("Only writers through the view can notice")
                    .instead(
                        "Keep "
                            + column.name()
                            + " in the view until nobody names it; offer the new shape under a new"
                            + " name")
                    .says("view " + owner(column) + " no longer shows column " + column.name()));
  }
}
