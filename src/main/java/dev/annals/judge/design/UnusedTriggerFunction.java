package dev.annals.judge.design;

import dev.annals.model.schema.Routine;
import dev.annals.model.schema.Trigger;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A trigger function that no trigger calls. */
final class UnusedTriggerFunction implements DesignRule {

  @Override
  public String id() {
    return "unused-trigger-function";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public Confidence confidence() {
    return Confidence.HIGH;
  }

  @Override
  public Stream<Flaw> find(Blueprint schema) {
    Set<String> called =
        schema
            .schema()
            .all(Trigger.class)
            .map(Trigger::function)
            .collect(Collectors.toCollection(HashSet::new));
    return schema
        .schema()
        .all(Routine.class)
        .filter(routine -> routine.returns().equals("trigger"))
        .filter(routine -> !called.contains(routine.ref().qualified()))
        .map(
            routine ->
                Flaw.of(
                    routine.ref(),
                    "function "
                        + routine.ref().display()
                        + " is a trigger's, and no trigger calls it",
                    "It can be called in no other way: either a trigger is missing, or it is left"
                        + " over from one that was dropped.",
                    "DROP FUNCTION " + routine.ref().display() + "; or create the trigger."));
  }
}
