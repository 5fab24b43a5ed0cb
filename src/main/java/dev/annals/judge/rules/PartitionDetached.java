package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Table;
import java.util.Optional;

/** A partition that becomes a table of its own. */
final class PartitionDetached implements VerdictRule {

  @Override
  public String id() {
    return "partition-detached";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Table.class, Property.PARTITION_OF)
        .map(
            altered ->
                new Ruling(this, BREAKING)
                    .readers(SILENT)
                    .writers(BREAKS)
                    .lock(ACCESS_EXCLUSIVE)
                    .instead("Detach " + altered.after().name() + " CONCURRENTLY")
                    .says(the(altered.after()) + " is no longer a partition of " + altered.from()));
  }
}
