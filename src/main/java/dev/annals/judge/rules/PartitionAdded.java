package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Lock;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Table;
import java.util.Optional;

/** A new partition of a table. */
final class PartitionAdded implements VerdictRule {

  @Override
  public String id() {
    return "partition-added";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Table.class)
        .filter(table -> !table.partitionOf().isEmpty())
        .map(
            table ->
                new Ruling(this, NON_BREAKING)
                    .lock(
                        Relations.isThere(table.partitionOf(), context)
                            ? ACCESS_EXCLUSIVE
                            : Lock.NONE)
                    .note("The parent, and its default partition if it has one, are locked")
                    .instead(
                        "Create "
                            + table.name()
                            + " by itself and attach it: the parent's readers and writers go on")
                    .says(the(table) + " is a new partition of " + table.partitionOf()));
  }
}
