package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import java.util.Optional;

/** A generated column that is computed on reading. */
final class ColumnAddedGeneratedVirtual implements VerdictRule {

  @Override
  public String id() {
    return "column-added-generated-virtual";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Column.class)
        .filter(column -> column.generated().startsWith("VIRTUAL"))
        .map(
            column ->
                new Ruling(this, NON_BREAKING)
                    .readers(CONDITIONAL)
                    .lock(ACCESS_EXCLUSIVE)
                    .note(ColumnAdded.READERS)
                    .says(the(column) + " is new and is computed whenever it is read"));
  }
}
