package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.INDEX_BUILD;
import static dev.annals.model.change.Work.SCAN;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.SchemaObject;
import java.util.Optional;

/** A constraint that was dropped and added again. */
final class ConstraintRecreated implements VerdictRule {

  @Override
  public String id() {
    return "constraint-recreated";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Optional.of(change)
        .filter(any -> any.kind().isConstraint() || any.kind() == ObjectKind.DOMAIN_CHECK)
        .flatMap(any -> Facts.recreated(any, SchemaObject.class))
        .map(
            pair ->
                new Ruling(this, EQUIVALENT)
                    .lock(ACCESS_EXCLUSIVE)
                    .work(
                        Facts.concerns(
                                change,
                                ObjectKind.CHECK,
                                ObjectKind.FOREIGN_KEY,
                                ObjectKind.DOMAIN_CHECK)
                            ? SCAN
                            : INDEX_BUILD)
                    .says(the(pair.after()) + " was dropped and added again"));
  }
}
