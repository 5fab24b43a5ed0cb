package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.DataEffect.LOSS;
import static dev.annals.model.change.DataEffect.SILENT_LOSS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Reversibility.IRREVERSIBLE;
import static dev.annals.model.change.Work.REWRITE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import java.util.Optional;

/** A column that was dropped and added again. */
final class ColumnRecreated implements VerdictRule {

  @Override
  public String id() {
    return "column-recreated";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.recreated(change, Column.class)
        .map(
            pair ->
                new Ruling(this, BREAKING)
                    .readers(SILENT)
                    .writers(CONDITIONAL)
                    .data(pair.before().generated().isEmpty() ? LOSS : SILENT_LOSS)
                    .lock(ACCESS_EXCLUSIVE)
                    .workIf(!pair.after().generated().isEmpty(), REWRITE)
                    .reversible(IRREVERSIBLE)
                    .note("Writes can fail if the new column is of another type, or required")
                    .instead(
                        "Change " + pair.after().name() + " in place, or copy its values first")
                    .says(the(pair.after()) + " was dropped and added again: its values are gone"));
  }
}
