package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Reversibility.EXACT;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** A column that the server numbers no longer. */
final class IdentityDropped implements VerdictRule {

  @Override
  public String id() {
    return "identity-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Column.class, Property.IDENTITY)
        .map(altered -> verdict(altered, context));
  }

  private Verdict verdict(Alteration<Column> altered, ChangeContext context) {
    boolean replaced = !altered.after().defaultValue().isEmpty();
    return new Ruling(this, replaced ? POTENTIALLY_BREAKING : BREAKING)
        .writers(replaced ? CONDITIONAL : BREAKS)
        .lock(ACCESS_EXCLUSIVE)
        .reversible(wasOfItsParent(altered.before(), context) ? EXACT : WITH_CARE)
        .noteIf(
            replaced, "A default numbers it instead: see that it begins beyond the numbers in use")
        .instead(
            "Give " + altered.after().name() + " a default from a sequence in the same migration")
        .says(the(altered.after()) + " is no longer numbered by its identity");
  }

  /** A partition has the identity of the table that it is of, and has it again when it is. */
  private static boolean wasOfItsParent(Column column, ChangeContext context) {
    return context
        .before()
        .table(column.schema(), column.relation())
        .filter(table -> !table.partitionOf().isEmpty())
        .isPresent();
  }
}
