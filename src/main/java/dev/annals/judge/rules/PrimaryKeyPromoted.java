package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.columns;
import static dev.annals.judge.rules.Words.owner;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.INDEX_BUILD;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Key;
import java.util.Optional;

/** A primary key on columns that were unique and filled before. */
final class PrimaryKeyPromoted implements VerdictRule {

  @Override
  public String id() {
    return "primary-key-promoted";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Key.class)
        .filter(Key::primary)
        .filter(key -> Proof.wasUnique(key, context) && Proof.wereFilled(key, context))
        .map(
            key ->
                new Ruling(this, NON_BREAKING)
                    .lock(ACCESS_EXCLUSIVE)
                    .workIf(!Proof.tookIndexOver(key, context), INDEX_BUILD)
                    .says(
                        owner(key)
                            + " has the primary key "
                            + columns(key.columns())
                            + ", which was unique before"));
  }
}
