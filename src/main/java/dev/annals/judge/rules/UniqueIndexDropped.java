package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.columns;
import static dev.annals.judge.rules.Words.owner;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.CONDITIONAL;
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
        .map(
            index ->
                new Ruling(this, BREAKING)
                    .readers(CONDITIONAL)
                    .writers(BREAKS)
                    .lock(IndexLock.ofDrop(context))
                    .reversible(WITH_CARE)
                    .note("Readers that expect at most one row can meet several")
                    .note("INSERT … ON CONFLICT on these columns fails")
                    .instead("Keep a unique index on " + columns(index.keys()))
                    .says(
                        owner(index)
                            + " takes duplicates of "
                            + columns(index.keys())
                            + " from now on"));
  }
}
