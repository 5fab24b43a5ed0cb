package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.columns;
import static dev.annals.judge.rules.Words.owner;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Effect.NONE;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Index;
import java.util.Optional;

/** Duplicates that are taken from now on. */
final class UniqueIndexDropped implements VerdictRule {

  @Override
  public String id() {
    return "unique-index-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, Index.class)
        .filter(Index::unique)
        .map(index -> verdict(index, context));
  }

  private Verdict verdict(Index index, ChangeContext context) {
    Optional<Index> folded = Proof.uniqueWhateverTheCase(index.ref(), index.keys(), context);
    Ruling ruling =
        new Ruling(this, BREAKING)
            .readers(folded.isPresent() ? NONE : CONDITIONAL)
            .writers(BREAKS)
            .lock(IndexLock.ofDrop(context))
            .reversible(WITH_CARE)
            .noteIf(folded.isEmpty(), "Readers that expect at most one row can meet several")
            .note("INSERT … ON CONFLICT on these columns fails");
    return folded
        .map(
            other ->
                ruling
                    .instead("Name " + columns(other.keys()) + " in ON CONFLICT")
                    .says(
                        owner(index)
                            + " is unique by "
                            + columns(other.keys())
                            + ", no longer by "
                            + columns(index.keys())
                            + " as written"))
        .orElseGet(
            () ->
                ruling
                    .instead("Keep a unique index on " + columns(index.keys()))
                    .says(
                        owner(index)
                            + " takes duplicates of "
                            + columns(index.keys())
                            + " from now on"));
  }
}
