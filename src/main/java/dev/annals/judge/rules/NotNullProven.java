package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** A column that is set NOT NULL after a check has proven it. */
final class NotNullProven implements VerdictRule {

  @Override
  public String id() {
    return "not-null-proven";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Column.class, Property.NULLABLE)
        .filter(Alteration::lost)
        .filter(altered -> Proof.keepsNullOut(altered.before(), context))
        .map(
            altered ->
                new Ruling(this, EQUIVALENT)
                    .lock(ACCESS_EXCLUSIVE)
                    .says(
                        the(altered.after())
                            + " becomes NOT NULL, which a check already made sure of"));
  }
}
