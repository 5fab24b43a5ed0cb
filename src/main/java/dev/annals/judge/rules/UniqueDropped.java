package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.columns;
import static dev.annals.judge.rules.Words.owner;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Key;
import java.util.Optional;

/** Duplicates that are taken from now on. */
final class UniqueDropped implements VerdictRule {

  @Override
  public String id() {
    return "unique-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, Key.class)
        .map(
            key ->
                new Ruling(this, BREAKING)
                    .readers(CONDITIONAL)
                    .writers(BREAKS)
                    .lock(ACCESS_EXCLUSIVE)
                    .reversible(WITH_CARE)
                    .note("Readers that expect at most one row can meet several")
                    .note("INSERT … ON CONFLICT on these columns fails")
                    .instead("Keep a unique index on " + columns(key.columns()))
                    .says(
                        owner(key)
                            + " takes duplicates of "
                            + columns(key.columns())
                            + " from now on"));
  }
}
