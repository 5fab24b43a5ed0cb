package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.SchemaObject;
import java.util.Optional;

/** Old rows that may no longer fit. */
final class ConstraintValidationWithdrawn implements VerdictRule {

  @Override
  public String id() {
    return "constraint-validation-withdrawn";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, SchemaObject.class, Property.VALIDATED)
        .map(
            altered ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .readers(CONDITIONAL)
                    .lock(ACCESS_EXCLUSIVE)
                    .reversible(WITH_CARE)
                    .note("Rows written before need not fit")
                    .instead("Validate " + altered.after().ref().name() + " in a later migration")
                    .says(the(altered.after()) + " no longer vouches for old rows"));
  }
}
