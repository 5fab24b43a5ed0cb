package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Domain;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** Another default of a domain. */
final class DomainDefaultChanged implements VerdictRule {

  @Override
  public String id() {
    return "domain-default-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Domain.class, Property.DEFAULT)
        .map(
            altered ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .writers(SILENT)
                    .says("default of " + the(altered.after()) + " " + altered.course()));
  }
}
