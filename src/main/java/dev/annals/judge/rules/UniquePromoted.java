package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.columns;
import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.INDEX_BUILD;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Key;
import java.util.Optional;

/** A unique constraint on columns that were unique before. */
final class UniquePromoted implements VerdictRule {

  @Override
  public String id() {
    return "unique-promoted";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Key.class)
        .filter(key -> Proof.wasUnique(key, context))
        .map(
            key ->
                new Ruling(this, EQUIVALENT)
                    .lock(ACCESS_EXCLUSIVE)
                    .workIf(!Proof.tookIndexOver(key, context), INDEX_BUILD)
                    .says(the(key) + " names what was unique before: " + columns(key.columns())));
  }
}
