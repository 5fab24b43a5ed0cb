package dev.annals.judge.rules;

import static dev.annals.model.change.DataEffect.LOSS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Reversibility.IRREVERSIBLE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Table;
import java.util.Optional;

/** A partition that is gone, with its rows. */
final class PartitionDropped implements VerdictRule {

  @Override
  public String id() {
    return "partition-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, Table.class)
        .filter(table -> !table.partitionOf().isEmpty())
        .map(
            table ->
                new Ruling(this, BREAKING)
                    .readers(BREAKS)
                    .writers(BREAKS)
                    .data(LOSS)
                    .lock(ACCESS_EXCLUSIVE)
                    .reversible(IRREVERSIBLE)
                    .instead(
                        "Detach "
                            + table.name()
                            + ", keep it for a while, and drop it in a later release")
                    .says(
                        "partition "
                            + table.ref().display()
                            + " of "
                            + table.partitionOf()
                            + " is gone, with its rows"));
  }
}
