package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.DataEffect.LOSS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Reversibility.IRREVERSIBLE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Table;
import java.util.Optional;

/** A table that was dropped and created again. */
final class TableRecreated implements VerdictRule {

  @Override
  public String id() {
    return "table-recreated";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.recreated(change, Table.class)
        .map(
            pair ->
                new Ruling(this, BREAKING)
                    .readers(SILENT)
                    .writers(CONDITIONAL)
                    .data(LOSS)
                    .lock(ACCESS_EXCLUSIVE)
                    .reversible(IRREVERSIBLE)
                    .note(
                        "Grants, comments, triggers and policies of the old table are lost unless made again")
                    .instead(
                        "Change "
                            + pair.after().name()
                            + " in place, or copy its rows and swap the names")
                    .says(the(pair.after()) + " was dropped and created again: its rows are gone"));
  }
}
