package dev.annals.judge.rules;

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
                DuplicatesTaken.verdict(
                    this, index, index.keys(), IndexLock.ofDrop(context), context));
  }
}
