package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.SHARE_ROW_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Trigger;
import java.util.Optional;

/** A trigger that fires otherwise. */
final class TriggerChanged implements VerdictRule {

  @Override
  public String id() {
    return "trigger-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Trigger.class, Property.DEFINITION)
        .map(
            altered ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .writers(SILENT)
                    .lock(SHARE_ROW_EXCLUSIVE)
                    .says(the(altered.after()) + " is defined otherwise: " + altered.to()));
  }
}
