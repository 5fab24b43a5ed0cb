package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.columns;
import static dev.annals.judge.rules.Words.owner;
import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.INDEX_BUILD;
import static dev.annals.model.change.Work.SCAN;

import dev.annals.model.change.Change;
import dev.annals.model.change.DataEffect;
import dev.annals.model.change.Effect;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Key;
import java.util.Optional;

/** A primary key on columns that nothing kept unique. */
final class PrimaryKeyAdded implements VerdictRule {

  @Override
  public String id() {
    return "primary-key-added";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Key.class).filter(Key::primary).map(key -> verdict(key, context));
  }

  private Verdict verdict(Key key, ChangeContext context) {
    String says = owner(key) + " has the primary key " + columns(key.columns());
    boolean numbered = NewColumns.number(key, context);
    return new Ruling(this, numbered ? NON_BREAKING : BREAKING)
        .writers(numbered ? Effect.NONE : BREAKS)
        .data(numbered ? DataEffect.NONE : FAILS)
        .lock(ACCESS_EXCLUSIVE)
        .work(INDEX_BUILD)
        .workIf(!Proof.wereFilled(key, context), SCAN)
        .noteIf(numbered, "It holds a new column that numbers itself: no two rows are alike in it")
        .noteIf(!numbered, "The migration fails if rows hold duplicates or nulls")
        .instead(
            "Build a unique index on "
                + columns(key.columns())
                + " CONCURRENTLY and add the primary key USING INDEX")
        .says(numbered ? says : says + ": duplicates and nulls are rejected");
  }
}
