package dev.annals.judge.rules;

import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.SCAN;

import dev.annals.model.change.Change;
import dev.annals.model.change.Effect;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Table;
import dev.annals.model.schema.TableKind;
import java.util.Optional;

/** A table of another sort, as when it becomes a partition. */
final class TableKindChanged implements VerdictRule {

  @Override
  public String id() {
    return "table-kind-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Table.class, Property.KIND)
        .map(altered -> verdict(altered, context));
  }

  private Verdict verdict(Alteration<Table> altered, ChangeContext context) {
    boolean follows = isPartition(altered.before()) || isPartition(altered.after());
    return new Ruling(this, follows ? EQUIVALENT : POTENTIALLY_BREAKING)
        .readers(follows ? Effect.NONE : CONDITIONAL)
        .writers(follows ? Effect.NONE : CONDITIONAL)
        .lock(ACCESS_EXCLUSIVE)
        .workIf(
            isPartition(altered.after())
                && !context.spared(altered.after().schema(), altered.after().name(), SCAN),
            SCAN)
        .noteIf(!follows, "Statements that only one sort of table knows can fail")
        .says(altered.before().ref().display() + " " + altered.course());
  }

  private static boolean isPartition(Table table) {
    return table.kind() == TableKind.PARTITION;
  }
}
