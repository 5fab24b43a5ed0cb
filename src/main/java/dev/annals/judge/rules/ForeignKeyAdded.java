package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.columns;
import static dev.annals.judge.rules.Words.owner;
import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Lock.SHARE_ROW_EXCLUSIVE;
import static dev.annals.model.change.Work.SCAN;

import dev.annals.model.change.Change;
import dev.annals.model.change.DataEffect;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.ForeignKey;
import java.util.Optional;

/** A foreign key that is checked against all rows. */
final class ForeignKeyAdded implements VerdictRule {

  @Override
  public String id() {
    return "foreign-key-added";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, ForeignKey.class).map(key -> verdict(key, context));
  }

  private Verdict verdict(ForeignKey key, ChangeContext context) {
    boolean onNewColumns = NewColumns.keep(key, context);
    boolean filled = NewColumns.filled(key.schema(), key.table(), key.columns(), context);
    boolean spared = onNewColumns && context.spared(key.schema(), key.table(), SCAN);
    return new Ruling(this, onNewColumns ? NON_BREAKING : BREAKING)
        .writers(onNewColumns ? CONDITIONAL : BREAKS)
        .data(onNewColumns && !filled ? DataEffect.NONE : FAILS)
        .lock(SHARE_ROW_EXCLUSIVE)
        .workIf(!spared, SCAN)
        .noteIf(!onNewColumns, "The migration fails if a row has no partner")
        .noteIf(onNewColumns && filled, NewColumns.REFERRED)
        .note("Deletes and key updates of " + key.targetTable() + " are checked, too")
        .instead(
            spared ? "" : "Add it NOT VALID and validate " + key.name() + " in a later migration")
        .says(
            owner(key)
                + " "
                + columns(key.columns())
                + " has to refer to "
                + Words.plain(key.target()));
  }
}
