package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.SCAN;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** A column that takes null no more. */
final class NotNullAdded implements VerdictRule {

  @Override
  public String id() {
    return "not-null-added";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Column.class, Property.NULLABLE)
        .filter(Alteration::lost)
        .map(
            altered ->
                new Ruling(this, BREAKING)
                    .writers(BREAKS)
                    .data(FAILS)
                    .lock(ACCESS_EXCLUSIVE)
                    .work(SCAN)
                    .note("The migration fails if a row holds null in " + altered.after().name())
                    .instead(
                        "Add CHECK ("
                            + altered.after().name()
                            + " IS NOT NULL) NOT VALID, validate it, then set NOT NULL")
                    .says(the(altered.after()) + " no longer takes null"));
  }
}
