package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** An identity column that takes numbers from writers. */
final class IdentityMadeLenient implements VerdictRule {

  @Override
  public String id() {
    return "identity-made-lenient";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Column.class, Property.IDENTITY)
        .filter(altered -> altered.to().equals("BY DEFAULT"))
        .map(
            altered ->
                new Ruling(this, NON_BREAKING)
                    .lock(ACCESS_EXCLUSIVE)
                    .says(the(altered.after()) + " takes numbers from writers from now on"));
  }
}
