package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.columns;
import static dev.annals.judge.rules.Words.owner;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Effect;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.ForeignKey;
import java.util.Optional;

/** Rows that need no partner any more. */
final class ForeignKeyDropped implements VerdictRule {

  @Override
  public String id() {
    return "foreign-key-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, ForeignKey.class).map(this::verdict);
  }

  private Verdict verdict(ForeignKey key) {
    boolean acted = !key.onDelete().equals("NO ACTION") && !key.onDelete().equals("RESTRICT");
    return new Ruling(this, POTENTIALLY_BREAKING)
        .readers(CONDITIONAL)
        .writers(acted ? SILENT : Effect.NONE)
        .lock(ACCESS_EXCLUSIVE)
        .reversible(WITH_CARE)
        .note("Joins leave out rows without a partner")
        .noteIf(
            acted, "Deletes in " + key.targetTable() + " no longer do " + key.onDelete() + " here")
        .says(
            owner(key)
                + " "
                + columns(key.columns())
                + " no longer has to refer to "
                + Words.plain(key.target()));
  }
}
