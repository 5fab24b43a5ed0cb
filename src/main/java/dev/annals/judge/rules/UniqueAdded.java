package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.columns;
import static dev.annals.judge.rules.Words.owner;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.INDEX_BUILD;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Key;
import java.util.Optional;

/** A unique constraint on columns that nothing kept unique. */
final class UniqueAdded implements VerdictRule {

  @Override
  public String id() {
    return "unique-added";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Key.class).map(key -> verdict(key, context));
  }

  private Verdict verdict(Key key, ChangeContext context) {
    boolean kept = NewColumns.keep(key, context);
    boolean filled = kept && NewColumns.filled(key.schema(), key.table(), key.columns(), context);
    String advice =
        "Build a unique index on "
            + columns(key.columns())
            + " CONCURRENTLY and add the constraint USING INDEX";
    return DuplicatesRefused.ruling(this, kept, filled, advice)
        .lock(ACCESS_EXCLUSIVE)
        .work(INDEX_BUILD)
        .says(owner(key) + " rejects duplicates of " + columns(key.columns()));
  }
}
