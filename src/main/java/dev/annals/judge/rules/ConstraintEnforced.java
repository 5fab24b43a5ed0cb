package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.SCAN;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.SchemaObject;
import java.util.Optional;

/** A constraint that was only declared and is now checked. */
final class ConstraintEnforced implements VerdictRule {

  @Override
  public String id() {
    return "constraint-enforced";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, SchemaObject.class, Property.ENFORCED)
        .filter(Alteration::gained)
        .map(
            altered ->
                new Ruling(this, BREAKING)
                    .writers(BREAKS)
                    .data(FAILS)
                    .lock(ACCESS_EXCLUSIVE)
                    .work(SCAN)
                    .note("The migration fails if a row does not fit")
                    .instead("Find the rows that do not fit first")
                    .says(the(altered.after()) + " is enforced from now on"));
  }
}
