package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Lock.SHARE_UPDATE_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.SchemaObject;
import java.util.Optional;

/** Fill factor, autovacuum and the like. */
final class StorageParametersChanged implements VerdictRule {

  @Override
  public String id() {
    return "storage-parameters-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Optional.of(change)
        .filter(
            any ->
                Facts.concerns(
                    any,
                    ObjectKind.TABLE,
                    ObjectKind.PRIMARY_KEY,
                    ObjectKind.UNIQUE,
                    ObjectKind.EXCLUSION,
                    ObjectKind.INDEX,
                    ObjectKind.MATERIALIZED_VIEW))
        .flatMap(any -> Facts.altered(any, SchemaObject.class, Property.OPTIONS))
        .map(
            altered ->
                new Ruling(this, EQUIVALENT)
                    .lock(SHARE_UPDATE_EXCLUSIVE)
                    .says("storage parameters of " + the(altered.after()) + " " + altered.parts()));
  }
}
