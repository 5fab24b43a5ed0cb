package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.list;
import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.Trigger;
import java.util.List;
import java.util.Optional;

/** A routine that does something else. */
final class RoutineBodyChanged implements VerdictRule {

  @Override
  public String id() {
    return "routine-body-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Routine.class, Property.BODY, Property.LANGUAGE)
        .map(altered -> verdict(altered, fires(altered.after(), context)));
  }

  private Verdict verdict(Alteration<Routine> altered, List<String> tables) {
    return new Ruling(this, POTENTIALLY_BREAKING)
        .readers(SILENT)
        .writers(SILENT)
        .noteIf(!tables.isEmpty(), "It runs on writes to " + list(tables))
        .says(altered.property().label() + " of " + the(altered.after()) + " is different");
  }

  private static List<String> fires(Routine routine, ChangeContext context) {
    String call =
        ObjectRef.of(ObjectKind.ROUTINE, routine.schema(), routine.name()).qualified() + "(";
    return context
        .after()
        .all(Trigger.class)
        .filter(trigger -> trigger.function().startsWith(call))
        .map(Trigger::table)
        .distinct()
        .toList();
  }
}
