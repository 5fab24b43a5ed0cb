package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_SHARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Lock;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.View;
import java.util.Optional;

/** A new view or materialized view. */
final class ViewAdded implements VerdictRule {

  @Override
  public String id() {
    return "view-added";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, View.class)
        .map(
            view ->
                new Ruling(this, NON_BREAKING)
                    .lock(view.uses().isEmpty() ? Lock.NONE : ACCESS_SHARE)
                    .says(the(view) + " is new"));
  }
}
