package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Table;
import java.util.Optional;

/** The same table under another name. */
final class TableRenamed implements VerdictRule {

  @Override
  public String id() {
    return "table-renamed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.renamed(change, Table.class)
        .map(
            pair ->
                new Ruling(this, BREAKING)
                    .readers(BREAKS)
                    .writers(BREAKS)
                    .lock(ACCESS_EXCLUSIVE)
                    .note("Views and foreign keys follow; SQL text elsewhere does not")
                    .instead(
                        "Create a view "
                            + pair.before().name()
                            + " over "
                            + pair.after().name()
                            + " in the same migration")
                    .says(the(pair.before()) + " is now " + pair.after().ref().display()));
  }
}
