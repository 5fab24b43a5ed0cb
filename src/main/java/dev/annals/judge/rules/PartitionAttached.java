package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.SCAN;

import dev.annals.model.change.Change;
import dev.annals.model.change.DataEffect;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Table;
import java.util.Optional;

/** A table that becomes a partition. */
final class PartitionAttached implements VerdictRule {

  @Override
  public String id() {
    return "partition-attached";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Table.class, Property.PARTITION_OF)
        .filter(altered -> !altered.lost())
        .map(altered -> verdict(altered, context));
  }

  private Verdict verdict(Alteration<Table> altered, ChangeContext context) {
    Table table = altered.after();
    boolean implied = context.spared(table.schema(), table.name(), SCAN);
    return new Ruling(this, NON_BREAKING)
        .readers(CONDITIONAL)
        .data(implied ? DataEffect.NONE : FAILS)
        .lock(ACCESS_EXCLUSIVE)
        .workIf(!implied, SCAN)
        .note("Its rows appear to readers of " + altered.to())
        .noteIf(!implied, "The migration fails if a row is outside the bound")
        .noteIf(implied, "What was known of its rows implies the bound: they were not looked at")
        .instead(
            implied
                ? ""
                : "Add a check that implies " + table.partitionBound() + " and validate it first")
        .says(the(table) + " becomes a partition of " + altered.to());
  }
}
