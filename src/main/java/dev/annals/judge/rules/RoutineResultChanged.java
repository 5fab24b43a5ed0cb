package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Routine;
import java.util.Optional;

/** A routine that returns something else. */
final class RoutineResultChanged implements VerdictRule {

  @Override
  public String id() {
    return "routine-result-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Routine.class, Property.RETURNS)
        .map(
            altered ->
                new Ruling(this, BREAKING)
                    .readers(BREAKS)
                    .writers(CONDITIONAL)
                    .note("Writers that store its result can fail on the new type")
                    .instead("Use a new name for the routine")
                    .says("result of " + the(altered.after()) + " " + altered.course()));
  }
}
