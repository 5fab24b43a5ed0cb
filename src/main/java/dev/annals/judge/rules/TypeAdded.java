package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.NON_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.SchemaObject;
import java.util.Optional;

/** A new enum, domain, composite or range type. */
final class TypeAdded implements VerdictRule {

  @Override
  public String id() {
    return "type-added";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Optional.of(change)
        .filter(any -> Types.concerns(any.kind()))
        .flatMap(any -> Facts.added(any, SchemaObject.class))
        .map(type -> new Ruling(this, NON_BREAKING).says(the(type) + " is new"));
  }
}
