package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.View;
import java.util.Optional;

/** A view that left another one under its old name. */
final class ViewRenamedBehindView implements VerdictRule {

  @Override
  public String id() {
    return "view-renamed-behind-view";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.renamed(change, View.class)
        .map(
            pair ->
                new Ruling(this, NON_BREAKING)
                    .readers(CONDITIONAL)
                    .writers(CONDITIONAL)
                    .lock(ACCESS_EXCLUSIVE)
                    .note("The relation under the old name has to show the same columns")
                    .says(
                        the(pair.before())
                            + " is now "
                            + pair.after().ref().display()
                            + " and another relation has its old name"));
  }
}
