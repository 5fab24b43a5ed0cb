package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.list;
import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.DataEffect.LOSS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Reversibility.IRREVERSIBLE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Table;
import java.util.List;
import java.util.Optional;

/** A table that is gone, with its rows. */
final class TableDropped implements VerdictRule {

  @Override
  public String id() {
    return "table-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, Table.class).map(table -> verdict(table, context));
  }

  private Verdict verdict(Table table, ChangeContext context) {
    List<String> parents =
        context.before().foreignKeys(table.schema(), table.name()).stream()
            .map(ForeignKey::targetTable)
            .filter(target -> !target.equals(table.name()))
            .distinct()
            .toList();
    return new Ruling(this, BREAKING)
        .readers(BREAKS)
        .writers(BREAKS)
        .data(LOSS)
        .lock(ACCESS_EXCLUSIVE)
        .reversible(IRREVERSIBLE)
        .noteIf(
            !parents.isEmpty(),
            "Readers and writers of " + list(parents) + " wait for a moment, too")
        .noteIf(
            context.replaced(table),
            "Another table of the same name takes its place, without its rows, grants and triggers")
        .instead("Rename " + table.name() + ", wait, take a backup, and drop it in a later release")
        .says(the(table) + " is gone, with its rows");
  }
}
