package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Table;
import java.util.Optional;

/** How replication knows a row. */
final class ReplicaIdentityChanged implements VerdictRule {

  @Override
  public String id() {
    return "replica-identity-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Table.class, Property.REPLICA_IDENTITY)
        .map(
            altered ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .writers(CONDITIONAL)
                    .lock(ACCESS_EXCLUSIVE)
                    .note("Only tables that are published for logical replication are concerned")
                    .says("replica identity of " + the(altered.after()) + " " + altered.course()));
  }
}
