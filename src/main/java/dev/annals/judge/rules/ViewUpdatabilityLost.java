package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.View;
import java.util.Optional;

/** A view that can no longer be written through. */
final class ViewUpdatabilityLost implements VerdictRule {

  @Override
  public String id() {
    return "view-updatability-lost";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, View.class, Property.UPDATABLE)
        .filter(Alteration::lost)
        .map(
            altered ->
                new Ruling(this, BREAKING)
                    .writers(BREAKS)
                    .lock(ACCESS_EXCLUSIVE)
                    .instead(
                        "Put the new query into a view of another name, or add INSTEAD OF triggers")
                    .says(the(altered.after()) + " can no longer be written through"));
  }
}
