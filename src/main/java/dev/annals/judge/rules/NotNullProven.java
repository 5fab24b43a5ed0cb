package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Lock.SHARE_UPDATE_EXCLUSIVE;
import static dev.annals.model.change.Work.SCAN;

import dev.annals.model.change.Change;
import dev.annals.model.change.DataEffect;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** A column that is set NOT NULL after a check has kept nulls out. */
final class NotNullProven implements VerdictRule {

  @Override
  public String id() {
    return "not-null-proven";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Column.class, Property.NULLABLE)
        .filter(Alteration::lost)
        .filter(altered -> Proof.rejectsNull(altered.after(), context))
        .map(altered -> verdict(altered.after(), context));
  }

  private Verdict verdict(Column column, ChangeContext context) {
    boolean proven =
        Proof.rulesNullOut(column, context)
            || context.spared(column.schema(), column.relation(), SCAN);
    // from PostgreSQL 18 on, a NOT NULL that was NOT VALID can be validated
    boolean validated = context.letWritersGoOn(column.schema(), column.relation());
    return new Ruling(this, EQUIVALENT)
        .data(proven ? DataEffect.NONE : FAILS)
        .lock(validated ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE)
        .workIf(!proven, SCAN)
        .noteIf(!proven, "The migration fails if an old row holds null in " + column.name())
        .instead(
            proven || validated
                ? ""
                : "Validate the check in an earlier migration: the server then need not scan")
        .says(the(column) + " becomes NOT NULL, and a check already rejected null");
  }
}
