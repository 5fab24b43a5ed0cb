package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Routine;
import java.util.Optional;

/** A function that becomes a procedure, or the like. */
final class RoutineKindChanged implements VerdictRule {

  @Override
  public String id() {
    return "routine-kind-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Routine.class, Property.KIND)
        .map(
            altered ->
                new Ruling(this, BREAKING)
                    .readers(BREAKS)
                    .writers(BREAKS)
                    .instead("Use a new name for the " + altered.to())
                    .says(the(altered.after()) + " " + altered.course()));
  }
}
