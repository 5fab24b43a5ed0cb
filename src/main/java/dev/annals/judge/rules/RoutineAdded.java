package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.NON_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Routine;
import java.util.Optional;

/** A new routine. */
final class RoutineAdded implements VerdictRule {

  @Override
  public String id() {
    return "routine-added";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Routine.class)
        .map(
            routine ->
                new Ruling(this, NON_BREAKING)
                    .noteIf(
                        routine.securityDefiner(),
                        "It runs with the rights of its owner, and everybody may call it unless EXECUTE is revoked")
                    .says(the(routine) + " is new"));
  }
}
