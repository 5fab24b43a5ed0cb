package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.SCAN;

import dev.annals.model.change.Change;
import dev.annals.model.change.DataEffect;
import dev.annals.model.change.Effect;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Table;
import java.util.Optional;

/** A partition for other rows. */
final class PartitionBoundChanged implements VerdictRule {

  @Override
  public String id() {
    return "partition-bound-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Table.class, Property.PARTITION_BOUND)
        .map(altered -> verdict(altered, context));
  }

  private Verdict verdict(Alteration<Table> altered, ChangeContext context) {
    boolean moved = !altered.gained() && !altered.lost();
    return new Ruling(this, moved ? POTENTIALLY_BREAKING : EQUIVALENT)
        .writers(moved ? CONDITIONAL : Effect.NONE)
        .data(moved ? FAILS : DataEffect.NONE)
        .lock(ACCESS_EXCLUSIVE)
        .workIf(
            !altered.lost()
                && !context.spared(altered.after().schema(), altered.after().name(), SCAN),
            SCAN)
        .noteIf(
            moved,
            "Rows outside the new bound have no place in it any more, and the migration fails if it holds one")
        .says("bound of " + the(altered.after()) + " " + altered.course());
  }
}
