package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Lock.SHARE;
import static dev.annals.model.change.Lock.SHARE_UPDATE_EXCLUSIVE;
import static dev.annals.model.change.Work.SCAN;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.SchemaObject;
import java.util.Optional;

/** Old rows that are known to fit. */
final class ConstraintValidated implements VerdictRule {

  @Override
  public String id() {
    return "constraint-validated";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, SchemaObject.class, Property.VALIDATED)
        .filter(Alteration::gained)
        .map(
            altered ->
                new Ruling(this, EQUIVALENT)
                    .data(FAILS)
                    .lock(change.kind() == ObjectKind.DOMAIN_CHECK ? SHARE : SHARE_UPDATE_EXCLUSIVE)
                    .work(SCAN)
                    .note("The migration fails if an old row does not fit")
                    .says(the(altered.after()) + " holds for old rows, too"));
  }
}
