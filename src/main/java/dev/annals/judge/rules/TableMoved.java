package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Namespace;
import dev.annals.model.schema.Table;
import java.util.Optional;

/** A table that went to another schema. */
final class TableMoved implements VerdictRule {

  @Override
  public String id() {
    return "table-moved";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.renamed(change, Table.class)
        .filter(pair -> !pair.before().schema().equals(pair.after().schema()))
        .filter(pair -> !context.any(Change.Renamed.class, other -> isItsSchema(other, pair)))
        .map(
            pair ->
                new Ruling(this, BREAKING)
                    .readers(BREAKS)
                    .writers(BREAKS)
                    .lock(ACCESS_EXCLUSIVE)
                    .instead(
                        "Leave a view "
                            + pair.before().ref().display()
                            + " at the old place for a while")
                    .says(the(pair.before()) + " is now " + pair.after().ref().qualified()));
  }

  /** Where the schema itself was renamed, that is the change; its tables only follow. */
  private static boolean isItsSchema(Change.Renamed other, Pair<Table> pair) {
    return other.after() instanceof Namespace namespace
        && namespace.name().equals(pair.after().schema());
  }
}
