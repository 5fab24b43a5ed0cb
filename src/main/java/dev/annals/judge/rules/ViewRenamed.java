package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Effect;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.View;
import java.util.Optional;

/** A view under another name. */
final class ViewRenamed implements VerdictRule {

  @Override
  public String id() {
    return "view-renamed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.renamed(change, View.class)
        .filter(
            pair ->
                context.after().relation(pair.before().schema(), pair.before().name()).isEmpty())
        .map(
            pair ->
                new Ruling(this, BREAKING)
                    .readers(BREAKS)
                    .writers(pair.before().updatable() ? BREAKS : Effect.NONE)
                    .lock(ACCESS_EXCLUSIVE)
                    .instead(
                        "Create a view "
                            + pair.before().name()
                            + " on top of "
                            + pair.after().name())
                    .says(the(pair.before()) + " is now " + pair.after().ref().display()));
  }
}
