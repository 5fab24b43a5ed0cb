package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** An identity column that takes no numbers from writers any more. */
final class IdentityMadeStrict implements VerdictRule {

  @Override
  public String id() {
    return "identity-made-strict";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Column.class, Property.IDENTITY)
        .filter(altered -> altered.to().equals("ALWAYS"))
        .map(
            altered ->
                new Ruling(this, BREAKING)
                    .writers(BREAKS)
                    .lock(ACCESS_EXCLUSIVE)
                    .instead("Let every writer leave " + altered.after().name() + " out first")
                    .says(the(altered.after()) + " no longer takes numbers from writers"));
  }
}
