package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** Another default. */
final class DefaultChanged implements VerdictRule {

  @Override
  public String id() {
    return "default-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Column.class, Property.DEFAULT)
        .map(
            altered ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .writers(SILENT)
                    .lock(ACCESS_EXCLUSIVE)
                    .note("Old rows keep the values that they have")
                    .says("default of " + the(altered.after()) + " " + altered.course()));
  }
}
