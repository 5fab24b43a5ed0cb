package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** A foreign key that is checked sooner, or later. */
final class ForeignKeyDeferralChanged implements VerdictRule {

  @Override
  public String id() {
    return "foreign-key-deferral-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, ForeignKey.class, Property.DEFERRABLE)
        .map(
            altered ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .writers(SILENT)
                    .lock(ACCESS_EXCLUSIVE)
                    .says("deferral of " + the(altered.after()) + " " + altered.course()));
  }
}
