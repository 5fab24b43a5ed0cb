package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.NON_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Namespace;
import java.util.Optional;

/** A new schema. */
final class SchemaAdded implements VerdictRule {

  @Override
  public String id() {
    return "schema-added";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Namespace.class)
        .map(namespace -> new Ruling(this, NON_BREAKING).says(the(namespace) + " is new"));
  }
}
