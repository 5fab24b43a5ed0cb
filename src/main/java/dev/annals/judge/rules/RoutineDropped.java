package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Routine;
import java.util.Optional;

/** A routine that is gone. */
final class RoutineDropped implements VerdictRule {

  @Override
  public String id() {
    return "routine-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, Routine.class)
        .map(
            routine ->
                new Ruling(this, BREAKING)
                    .readers(BREAKS)
                    .writers(BREAKS)
                    .instead(
                        "Let nobody call "
                            + routine.name()
                            + " first, and drop it in a later release")
                    .says(the(routine) + " is gone"));
  }
}
