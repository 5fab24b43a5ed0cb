package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.owner;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import java.util.Optional;

/** A materialized view that can no longer be refreshed beside its readers. */
final class RefreshKeyDropped implements VerdictRule {

  @Override
  public String id() {
    return "refresh-key-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, Index.class)
        .filter(Index::unique)
        .filter(
            index ->
                context
                    .before()
                    .find(ObjectRef.of(ObjectKind.MATERIALIZED_VIEW, index.schema(), index.table()))
                    .isPresent())
        .map(
            index ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .writers(CONDITIONAL)
                    .lock(IndexLock.ofDrop(context))
                    .note("REFRESH MATERIALIZED VIEW CONCURRENTLY needs a unique index")
                    .instead("Keep a unique index on " + index.table())
                    .says(
                        "unique index "
                            + index.name()
                            + " of materialized view "
                            + owner(index)
                            + " is gone"));
  }
}
