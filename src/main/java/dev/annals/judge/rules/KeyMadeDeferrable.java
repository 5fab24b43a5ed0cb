package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.INDEX_BUILD;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.SchemaObject;
import java.util.Optional;

/** A key that is checked at the end of a transaction. */
final class KeyMadeDeferrable implements VerdictRule {

  @Override
  public String id() {
    return "key-made-deferrable";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Optional.of(change)
        .filter(
            any ->
                Facts.concerns(
                    any, ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE, ObjectKind.EXCLUSION))
        .flatMap(any -> Facts.altered(any, SchemaObject.class, Property.DEFERRABLE))
        .filter(Alteration::gained)
        .map(
            altered ->
                new Ruling(this, BREAKING)
                    .writers(BREAKS)
                    .lock(ACCESS_EXCLUSIVE)
                    .work(INDEX_BUILD)
                    .note("INSERT … ON CONFLICT on its columns fails")
                    .instead("Keep a plain unique index on the same columns")
                    .says(the(altered.after()) + " can be checked late: " + altered.to()));
  }
}
