package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import java.util.Optional;

/** The same column under another name. */
final class ColumnRenamed implements VerdictRule {

  @Override
  public String id() {
    return "column-renamed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.renamed(change, Column.class)
        .map(
            pair ->
                new Ruling(this, BREAKING)
                    .readers(BREAKS)
                    .writers(BREAKS)
                    .lock(ACCESS_EXCLUSIVE)
                    .note("Views, defaults and foreign keys follow; SQL text elsewhere does not")
                    .instead(
                        "Add "
                            + pair.after().name()
                            + " beside "
                            + pair.before().name()
                            + ", keep both in step, and drop the old one in a later release")
                    .says(the(pair.before()) + " is now called " + pair.after().name()));
  }
}
