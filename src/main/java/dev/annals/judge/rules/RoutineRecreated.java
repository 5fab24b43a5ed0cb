package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Routine;
import java.util.Optional;

/** A routine that was dropped and created again. */
final class RoutineRecreated implements VerdictRule {

  @Override
  public String id() {
    return "routine-recreated";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.recreated(change, Routine.class)
        .map(
            pair ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .readers(CONDITIONAL)
                    .writers(CONDITIONAL)
                    .note(
                        "Grants are reset: everybody may call it, whoever had been granted more has lost it")
                    .instead(
                        "Use CREATE OR REPLACE, or give and revoke grants again in the same transaction")
                    .says(the(pair.after()) + " was dropped and created again"));
  }
}
