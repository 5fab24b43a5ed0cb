package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.columns;
import static dev.annals.judge.rules.Words.owner;
import static dev.annals.judge.rules.Words.where;
import static dev.annals.model.change.Work.INDEX_BUILD;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Index;
import java.util.Optional;

/** An index that rejects duplicates. */
final class UniqueIndexAdded implements VerdictRule {

  @Override
  public String id() {
    return "unique-index-added";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Index.class)
        .filter(Index::unique)
        .filter(index -> !Proof.isUniqueAnyway(index, context))
        .map(index -> verdict(index, context));
  }

  private Verdict verdict(Index index, ChangeContext context) {
    boolean kept = NewColumns.keep(index, context);
    boolean filled =
        kept && NewColumns.filled(index.schema(), index.table(), index.keys(), context);
    return DuplicatesRefused.ruling(this, kept, filled, IndexLock.advice(index, context))
        .lock(IndexLock.ofBuild(context))
        .workIf(IndexLock.isBuilt(index, context), INDEX_BUILD)
        .says(
            owner(index)
                + " rejects duplicates of "
                + columns(index.keys())
                + where(index.predicate()));
  }
}
