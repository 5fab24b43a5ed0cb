package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.INDEX_BUILD;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.SchemaObject;
import java.util.Optional;

/** A key that is checked sooner, or later, than before. */
final class KeyDeferralChanged implements VerdictRule {

  @Override
  public String id() {
    return "key-deferral-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Optional.of(change)
        .filter(
            any ->
                Facts.concerns(
                    any, ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE, ObjectKind.EXCLUSION))
        .flatMap(any -> Facts.altered(any, SchemaObject.class, Property.DEFERRABLE))
        .map(
            altered ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .writers(CONDITIONAL)
                    .lock(ACCESS_EXCLUSIVE)
                    .work(INDEX_BUILD)
                    .note("Transactions that rely on when the check happens can notice")
                    .says("deferral of " + the(altered.after()) + " " + altered.course()));
  }
}
