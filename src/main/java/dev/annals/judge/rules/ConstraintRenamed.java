package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Lock;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.SchemaObject;
import java.util.Optional;

/** A constraint under another name. */
final class ConstraintRenamed implements VerdictRule {

  @Override
  public String id() {
    return "constraint-renamed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Optional.of(change)
        .filter(any -> any.kind().isConstraint() || any.kind() == ObjectKind.DOMAIN_CHECK)
        .flatMap(any -> Facts.renamed(any, SchemaObject.class))
        .map(
            pair ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .writers(CONDITIONAL)
                    .lock(change.kind() == ObjectKind.DOMAIN_CHECK ? Lock.NONE : ACCESS_EXCLUSIVE)
                    .note(
                        "ON CONFLICT ON CONSTRAINT, and code that reads the name in errors, can notice")
                    .says(the(pair.before()) + " is now called " + pair.after().ref().name()));
  }
}
