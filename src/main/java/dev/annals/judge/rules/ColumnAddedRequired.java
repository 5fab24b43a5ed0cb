package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.SCAN;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import java.util.Optional;

/** A column that every insert has to supply. */
final class ColumnAddedRequired implements VerdictRule {

  @Override
  public String id() {
    return "column-added-required";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Column.class)
        .filter(column -> !column.nullable() && !suppliesItself(column, context))
        .map(column -> verdict(column, Filling.of(column, context.route())));
  }

  private Verdict verdict(Column column, Filling filling) {
    return new Ruling(this, BREAKING)
        .readers(CONDITIONAL)
        .writers(BREAKS)
        .data(filling.data())
        .lock(ACCESS_EXCLUSIVE)
        .work(SCAN)
        .note(filling.note())
        .note(ColumnAdded.READERS)
        .instead(
            "Add "
                + column.name()
                + " as nullable or with a default, let writers fill it, then set it NOT"
                + " NULL in a later release")
        .says(the(column) + " is new and every insert has to supply it");
  }

  static boolean suppliesItself(Column column, ChangeContext context) {
    return !column.defaultValue().isEmpty()
        || !column.identity().isEmpty()
        || !column.generated().isEmpty()
        || Domains.of(column.type(), context.after())
            .map(domain -> !domain.defaultValue().isEmpty())
            .orElse(false);
  }
}
