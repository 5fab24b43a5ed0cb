package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.columns;
import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Key;
import java.util.Optional;

/** One of two keys on the same columns that is gone. */
final class UniquenessKept implements VerdictRule {

  @Override
  public String id() {
    return "uniqueness-kept";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Optional.<Verdict>empty()
        .or(
            () ->
                Facts.dropped(change, Key.class)
                    .filter(key -> Proof.isUnique(key.ref(), key.columns(), context))
                    .map(this::ofKey))
        .or(
            () ->
                Facts.dropped(change, Index.class)
                    .filter(Index::unique)
                    .filter(
                        index ->
                            index.predicate().isEmpty()
                                && Proof.isUnique(index.ref(), index.keys(), context))
                    .map(this::ofIndex));
  }

  private Verdict ofKey(Key key) {
    return new Ruling(this, POTENTIALLY_BREAKING)
        .writers(CONDITIONAL)
        .lock(ACCESS_EXCLUSIVE)
        .note("ON CONFLICT ON CONSTRAINT " + key.name() + " fails")
        .says(the(key) + " is gone; " + columns(key.columns()) + " is still unique");
  }

  private Verdict ofIndex(Index index) {
    return new Ruling(this, EQUIVALENT)
        .lock(ACCESS_EXCLUSIVE)
        .says(the(index) + " is gone; " + columns(index.keys()) + " is still unique");
  }
}
