package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.owner;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.SHARE_ROW_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Trigger;
import java.util.Optional;

/** A new trigger. */
final class TriggerAdded implements VerdictRule {

  @Override
  public String id() {
    return "trigger-added";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Trigger.class)
        .map(
            trigger ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .writers(SILENT)
                    .lock(SHARE_ROW_EXCLUSIVE)
                    .note("Whether writes can fail depends on what the trigger does")
                    .says(
                        "writes to "
                            + owner(trigger)
                            + " run "
                            + Words.plain(trigger.function())
                            + " from now on"));
  }
}
