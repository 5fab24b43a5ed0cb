package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.EQUIVALENT;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Routine;
import java.util.Optional;
import java.util.Set;

/**
 * A trigger function that is gone. Only triggers can call one, and PostgreSQL drops none that a
 * trigger calls without dropping the trigger, whose own verdict says what writers notice.
 */
final class TriggerFunctionDropped implements VerdictRule {

  private static final Set<String> RESULTS = Set.of("trigger", "event_trigger");

  @Override
  public String id() {
    return "trigger-function-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, Routine.class)
        .filter(routine -> RESULTS.contains(routine.returns()))
        .map(
            routine ->
                new Ruling(this, EQUIVALENT)
                    .says(
                        "trigger function "
                            + the(routine).replaceFirst("^routine ", "")
                            + " is gone"));
  }
}
