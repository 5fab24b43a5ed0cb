package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Routine;
import java.util.Optional;

/** A routine beside another of the same name. */
final class RoutineOverloaded implements VerdictRule {

  @Override
  public String id() {
    return "routine-overloaded";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Routine.class)
        .filter(routine -> hasNamesake(routine, context))
        .map(
            routine ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .readers(CONDITIONAL)
                    .writers(CONDITIONAL)
                    .note("Calls that fit both fail: function is not unique")
                    .instead(
                        "Drop the other "
                            + routine.name()
                            + " in the same transaction, or use a new name")
                    .says(the(routine) + " is new beside others of its name"));
  }

  private static boolean hasNamesake(Routine routine, ChangeContext context) {
    return context
        .after()
        .all(Routine.class)
        .anyMatch(
            other ->
                other.schema().equals(routine.schema())
                    && other.name().equals(routine.name())
                    && !other.signature().equals(routine.signature()));
  }
}
