package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.columns;
import static dev.annals.judge.rules.Words.owner;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Lock.SHARE_ROW_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Effect;
import dev.annals.model.change.Level;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.ForeignKey;
import java.util.Optional;

/** A foreign key that looks at new rows only. */
final class ForeignKeyAddedUnvalidated implements VerdictRule {

  @Override
  public String id() {
    return "foreign-key-added-unvalidated";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, ForeignKey.class)
        .filter(key -> !key.validated())
        .map(
            key ->
                new Ruling(this, level(key, context))
                    .writers(writers(level(key, context)))
                    .lock(SHARE_ROW_EXCLUSIVE)
                    .noteIf(
                        key.enforced(),
                        "Deletes and key updates of " + key.targetTable() + " are checked, too")
                    .says(
                        owner(key)
                            + " "
                            + columns(key.columns())
                            + " has to refer to "
                            + Words.plain(key.target())
                            + "; old rows are not checked"));
  }

  private static Level level(ForeignKey key, ChangeContext context) {
    if (!key.enforced()) {
      return EQUIVALENT;
    }
    return NewColumns.keep(key, context) ? NON_BREAKING : BREAKING;
  }

  private static Effect writers(Level level) {
    return level == BREAKING ? BREAKS : level == NON_BREAKING ? CONDITIONAL : Effect.NONE;
  }
}
