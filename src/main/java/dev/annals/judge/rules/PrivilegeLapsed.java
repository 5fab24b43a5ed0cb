package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.EQUIVALENT;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Grant;
import java.util.Optional;

/** A grant that went with its object. */
final class PrivilegeLapsed implements VerdictRule {

  @Override
  public String id() {
    return "privilege-lapsed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, Grant.class)
        .filter(grant -> !Grants.objectIsThere(grant, context))
        .map(grant -> new Ruling(this, EQUIVALENT).says(the(grant) + " went with it"));
  }
}
