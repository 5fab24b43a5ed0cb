package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Domain;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** A domain over another type. */
final class DomainBaseChanged implements VerdictRule {

  @Override
  public String id() {
    return "domain-base-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Domain.class, Property.BASE_TYPE, Property.COLLATION)
        .map(
            altered ->
                new Ruling(this, BREAKING)
                    .readers(CONDITIONAL)
                    .writers(CONDITIONAL)
                    .reversible(WITH_CARE)
                    .note("Columns of the domain, and casts to it, have another type")
                    .instead("Make a domain of another name and change columns one by one")
                    .says(
                        altered.property().label()
                            + " of "
                            + the(altered.after())
                            + " "
                            + altered.course()));
  }
}
