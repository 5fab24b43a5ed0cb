package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.columns;
import static dev.annals.judge.rules.Words.owner;
import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Work.INDEX_BUILD;

import dev.annals.model.change.Change;
import dev.annals.model.change.DataEffect;
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
    String says =
        owner(index)
            + " rejects duplicates of "
            + columns(index.keys())
            + (index.predicate().isEmpty() ? "" : " where " + index.predicate());
    if (NewColumns.keep(index, context)) {
      boolean filled = NewColumns.filled(index.schema(), index.table(), index.keys(), context);
      return new Ruling(this, NON_BREAKING)
          .lock(IndexLock.ofBuild(context))
          .workIf(IndexLock.isBuilt(index, context), INDEX_BUILD)
          .data(filled ? FAILS : DataEffect.NONE)
          .noteIf(filled, NewColumns.FILLED)
          .note("It holds a new column, which stays empty for who does not know it")
          .says(says);
    }
    return new Ruling(this, BREAKING)
        .writers(BREAKS)
        .data(FAILS)
        .lock(IndexLock.ofBuild(context))
        .workIf(IndexLock.isBuilt(index, context), INDEX_BUILD)
        .note("The migration fails if rows hold duplicates")
        .instead(IndexLock.advice(index, context))
        .says(says);
  }
}
