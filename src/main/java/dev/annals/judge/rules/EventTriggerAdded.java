package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Effect.NONE;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.EventTrigger;
import java.util.Optional;

/** A new event trigger. */
final class EventTriggerAdded implements VerdictRule {

  @Override
  public String id() {
    return "event-trigger-added";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, EventTrigger.class)
        .map(
            trigger ->
                new Ruling(this, trigger.disabled() ? EQUIVALENT : POTENTIALLY_BREAKING)
                    .readers(
                        trigger.disabled() ? NONE : EventTriggers.readers(trigger, CONDITIONAL))
                    .writers(trigger.disabled() ? NONE : CONDITIONAL)
                    .noteIf(!trigger.disabled(), EventTriggers.effect(trigger, context.after()))
                    .says(
                        the(trigger)
                            + " is new"
                            + (trigger.disabled() ? " and disabled" : "")
                            + ": it runs "
                            + Words.plain(trigger.function())
                            + " "
                            + EventTriggers.when(trigger)));
  }
}
