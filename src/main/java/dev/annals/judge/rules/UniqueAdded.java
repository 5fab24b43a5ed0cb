package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.columns;
import static dev.annals.judge.rules.Words.owner;
import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.INDEX_BUILD;

import dev.annals.model.change.Change;
import dev.annals.model.change.DataEffect;
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
    String says = owner(key) + " rejects duplicates of " + columns(key.columns());
    if (NewColumns.keep(key, context)) {
      boolean filled = NewColumns.filled(key.schema(), key.table(), key.columns(), context);
      return new Ruling(this, NON_BREAKING)
          .lock(ACCESS_EXCLUSIVE)
          .work(INDEX_BUILD)
          .data(filled ? FAILS : DataEffect.NONE)
          .noteIf(filled, NewColumns.FILLED)
          .note("It holds a new column, which stays empty for who does not know it")
          .says(says);
    }
    return new Ruling(this, BREAKING)
        .writers(BREAKS)
        .data(FAILS)
        .lock(ACCESS_EXCLUSIVE)
        .work(INDEX_BUILD)
        .note("The migration fails if rows hold duplicates")
        .instead(
            "Build a unique index on "
                + columns(key.columns())
                + " CONCURRENTLY and add the constraint USING INDEX")
        .says(says);
  }
}
