package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.columns;
import static dev.annals.judge.rules.Words.owner;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Key;
import java.util.Optional;

/** A table without its primary key. */
final class PrimaryKeyDropped implements VerdictRule {

  @Override
  public String id() {
    return "primary-key-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, Key.class)
        .filter(Key::primary)
        .map(
            key ->
                new Ruling(this, BREAKING)
                    .readers(BREAKS)
                    .writers(BREAKS)
                    .lock(ACCESS_EXCLUSIVE)
                    .reversible(WITH_CARE)
                    .note(
                        "GROUP BY the key with other columns selected, and ON CONFLICT on the key, fail")
                    .instead("Keep a unique index on " + columns(key.columns()))
                    .says(owner(key) + " has lost its primary key " + columns(key.columns())));
  }
}
