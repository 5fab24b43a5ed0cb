package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Operator;
import java.util.Optional;

/** An operator that is gone. */
final class OperatorDropped implements VerdictRule {

  @Override
  public String id() {
    return "operator-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, Operator.class)
        .map(
            operator ->
                new Ruling(this, BREAKING)
                    .readers(BREAKS)
                    .writers(CONDITIONAL)
                    .note("Who writes fails where the statement compares or computes with it.")
                    .says(the(operator) + " is gone"));
  }
}
