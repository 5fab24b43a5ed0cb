package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.EventTrigger;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** An event trigger that fires for something else, or calls another function. */
final class EventTriggerChanged implements VerdictRule {

  @Override
  public String id() {
    return "event-trigger-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(
            change, EventTrigger.class, Property.EVENT, Property.TAGS, Property.FUNCTION)
        .map(
            altered ->
                verdict(
                    altered.after(),
                    "'"
                        + altered.property().label()
                        + "' of "
                        + the(altered.after())
                        + " "
                        + altered.course(),
                    context))
        .or(
            () ->
                Facts.recreated(change, EventTrigger.class)
                    .map(
                        pair ->
                            verdict(
                                pair.after(),
                                the(pair.after()) + " was dropped and created again",
                                context)));
  }

  private Verdict verdict(EventTrigger now, String summary, ChangeContext context) {
    return new Ruling(this, POTENTIALLY_BREAKING)
        .readers(EventTriggers.readers(now, CONDITIONAL))
        .writers(CONDITIONAL)
        .note(EventTriggers.effect(now, context.after()))
        .says(summary);
  }
}
