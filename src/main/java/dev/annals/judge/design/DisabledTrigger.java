package dev.annals.judge.design;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Trigger;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.stream.Stream;

/** A trigger that was switched off and forgotten. */
final class DisabledTrigger implements DesignRule {

  @Override
  public String id() {
    return "disabled-trigger";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Confidence confidence() {
    return Confidence.HIGH;
  }

  @Override
  public Stream<Flaw> find(Blueprint schema) {
    return schema
        .schema()
        .all(Trigger.class)
        .filter(trigger -> trigger.enabled().equals("disabled"))
        .map(
            trigger ->
                Flaw.of(
                        trigger.ref(),
                        "trigger " + trigger.ref().display() + " is disabled",
                        "A migration switched it off and none has switched it on: what it keeps"
                            + " right is right no longer.",
                        "ALTER TABLE "
                            + Wording.sql(ObjectRef.table(trigger.schema(), trigger.table()))
                            + " ENABLE TRIGGER "
                            + Wording.sql(trigger.name())
                            + "; or drop it.")
                    .because(Property.ENABLED));
  }
}
