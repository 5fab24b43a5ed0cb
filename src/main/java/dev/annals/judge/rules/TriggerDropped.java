package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.owner;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Trigger;
import java.util.Optional;

/** A trigger that is gone. */
final class TriggerDropped implements VerdictRule {

  @Override
  public String id() {
    return "trigger-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, Trigger.class)
        .map(
            trigger ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .writers(SILENT)
                    .lock(ACCESS_EXCLUSIVE)
                    .says(
                        "writes to "
                            + owner(trigger)
                            + " no longer run "
                            + Words.plain(trigger.function())));
  }
}
