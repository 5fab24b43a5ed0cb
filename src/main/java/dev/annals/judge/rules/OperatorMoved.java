package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Operator;
import java.util.Optional;

/** An operator in another schema. */
final class OperatorMoved implements VerdictRule {

  @Override
  public String id() {
    return "operator-moved";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.renamed(change, Operator.class)
        .map(
            pair ->
                new Ruling(this, BREAKING)
                    .readers(BREAKS)
                    .writers(CONDITIONAL)
                    .note("It is found where its schema is on the search path, and by OPERATOR(…)")
                    .says(the(pair.before()) + " is now " + pair.after().ref().display()));
  }
}
