package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.View;
import java.util.Optional;

/** A view that can be written through from now on. */
final class ViewUpdatabilityGained implements VerdictRule {

  @Override
  public String id() {
    return "view-updatability-gained";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, View.class, Property.UPDATABLE)
        .map(
            altered ->
                new Ruling(this, NON_BREAKING)
                    .lock(ACCESS_EXCLUSIVE)
                    .says(the(altered.after()) + " can be written through from now on"));
  }
}
