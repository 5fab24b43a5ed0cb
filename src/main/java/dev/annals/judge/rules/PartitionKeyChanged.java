package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Table;
import java.util.Optional;

/** A table divided in another way. */
final class PartitionKeyChanged implements VerdictRule {

  @Override
  public String id() {
    return "partition-key-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Table.class, Property.PARTITION_KEY)
        .map(
            altered ->
                new Ruling(this, BREAKING)
                    .readers(CONDITIONAL)
                    .writers(CONDITIONAL)
                    .lock(ACCESS_EXCLUSIVE)
                    .reversible(WITH_CARE)
                    .note("Statements that name partitions, and rows that have none, fail")
                    .instead(
                        "Make the new table under another name, copy the rows, and swap the names")
                    .says("partitioning of " + the(altered.after()) + " " + altered.course()));
  }
}
