package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import java.util.Optional;

/** A column of a view under another name. */
final class ViewColumnRenamed implements VerdictRule {

  @Override
  public String id() {
    return "view-column-renamed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.renamed(change, Column.class)
        .filter(pair -> context.ofView(pair.after()))
        .map(
            pair ->
                new Ruling(this, BREAKING)
                    .readers(BREAKS)
                    .writers(CONDITIONAL)
                    .lock(ACCESS_EXCLUSIVE)
                    .note("Only writers through the view can notice")
                    .instead(
                        "Show "
                            + pair.before().name()
                            + " and "
                            + pair.after().name()
                            + " for a while")
                    .says(the(pair.before()) + " of a view is now called " + pair.after().name()));
  }
}
