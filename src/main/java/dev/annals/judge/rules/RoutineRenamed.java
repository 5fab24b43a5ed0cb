package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Routine;
import java.util.Optional;

/** A routine under another name. */
final class RoutineRenamed implements VerdictRule {

  @Override
  public String id() {
    return "routine-renamed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.renamed(change, Routine.class)
        .map(
            pair ->
                new Ruling(this, BREAKING)
                    .readers(BREAKS)
                    .writers(BREAKS)
                    .instead(
                        "Leave a " + pair.before().name() + " that calls " + pair.after().name())
                    .says(the(pair.before()) + " is now " + pair.after().ref().display()));
  }
}
