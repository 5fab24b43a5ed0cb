package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.NONE;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.EventTrigger;
import java.util.Optional;

/** An event trigger that is gone. */
final class EventTriggerDropped implements VerdictRule {

  @Override
  public String id() {
    return "event-trigger-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, EventTrigger.class)
        .map(
            trigger ->
                new Ruling(this, trigger.disabled() ? EQUIVALENT : POTENTIALLY_BREAKING)
                    .readers(trigger.disabled() ? NONE : EventTriggers.readers(trigger, SILENT))
                    .writers(trigger.disabled() ? NONE : SILENT)
                    .noteIf(
                        !trigger.disabled(),
                        EventTriggers.refuses(trigger, context.before())
                            ? "What it refused is allowed from now on"
                            : "What it noted or did is not noted or done any more")
                    .says(
                        the(trigger)
                            + " is gone: "
                            + Words.plain(trigger.function())
                            + " no longer runs "
                            + EventTriggers.when(trigger)));
  }
}
