package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.SCAN;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Trigger;
import java.util.Optional;

/** A required column that a trigger fills for writers who do not know it. */
final class ColumnAddedFilled implements VerdictRule {

  @Override
  public String id() {
    return "column-added-filled";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Column.class)
        .filter(column -> !column.nullable())
        .filter(column -> !ColumnAddedRequired.suppliesItself(column, context))
        .flatMap(
            column ->
                Filler.of(column, context.after())
                    .map(trigger -> verdict(column, trigger, Filling.of(column, context.route()))));
  }

  private Verdict verdict(Column column, Trigger trigger, Filling filling) {
    return new Ruling(this, POTENTIALLY_BREAKING)
        .readers(CONDITIONAL)
        .writers(CONDITIONAL)
        .data(filling.data())
        .lock(ACCESS_EXCLUSIVE)
        .work(SCAN)
        .note(filling.note())
        .note(
            "An insert without it works as far as trigger "
                + trigger.name()
                + " finds a value for the row")
        .note(ColumnAdded.READERS)
        .says(the(column) + " is new and required; a trigger fills what inserts leave out");
  }
}
