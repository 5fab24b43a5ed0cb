package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.columns;
import static dev.annals.judge.rules.Words.owner;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Effect.NONE;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Index;
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
    return Facts.dropped(change, Key.class).map(key -> verdict(key, context));
  }

  private Verdict verdict(Key key, ChangeContext context) {
    Optional<Index> folded = Proof.uniqueWhateverTheCase(key.ref(), key.columns(), context);
    Ruling ruling =
        new Ruling(this, BREAKING)
            .readers(folded.isPresent() ? NONE : CONDITIONAL)
            .writers(BREAKS)
            .lock(ACCESS_EXCLUSIVE)
            .reversible(WITH_CARE)
            .noteIf(folded.isEmpty(), "Readers that expect at most one row can meet several")
            .note("INSERT … ON CONFLICT on these columns fails");
    return folded
        .map(
            other ->
                ruling
                    .instead("Name " + columns(other.keys()) + " in ON CONFLICT")
                    .says(
                        owner(key)
                            + " is unique by "
                            + columns(other.keys())
                            + ", no longer by "
                            + columns(key.columns())
                            + " as written"))
        .orElseGet(
            () ->
                ruling
                    .instead("Keep a unique index on " + columns(key.columns()))
                    .says(
                        owner(key)
                            + " takes duplicates of "
                            + columns(key.columns())
                            + " from now on"));
  }
}
