package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Lock.SHARE_ROW_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Effect;
import dev.annals.model.change.Lock;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.SchemaObject;
import java.util.Optional;

/** A trigger, event trigger or rule that is switched on or off. */
final class TriggerEnablingChanged implements VerdictRule {

  @Override
  public String id() {
    return "trigger-enabling-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, SchemaObject.class, Property.ENABLED)
        .map(
            altered ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .readers(change.kind() == ObjectKind.REWRITE_RULE ? SILENT : Effect.NONE)
                    .writers(SILENT)
                    .lock(lock(change.kind()))
                    .noteIf(
                        change.kind() == ObjectKind.EVENT_TRIGGER,
                        "What it refuses or notes of statements that define things is another")
                    .says(the(altered.after()) + " " + altered.course()));
  }

  private static Lock lock(ObjectKind kind) {
    return switch (kind) {
      case EVENT_TRIGGER -> Lock.NONE;
      case REWRITE_RULE -> ACCESS_EXCLUSIVE;
      default -> SHARE_ROW_EXCLUSIVE;
    };
  }
}
