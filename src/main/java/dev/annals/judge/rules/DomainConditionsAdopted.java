package dev.annals.judge.rules;

import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import java.util.Optional;

/** A column that takes a domain with conditions. */
final class DomainConditionsAdopted implements VerdictRule {

  @Override
  public String id() {
    return "domain-conditions-adopted";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return TypeChange.of(change, context, Conversion.CONDITIONS_ADDED)
        .map(
            type ->
                type.rewriting(this, BREAKING)
                    .writers(BREAKS)
                    .data(FAILS)
                    .instead(
                        "Keep the base type and add the condition as a check that is NOT VALID, then validate it")
                    .says(
                        type.sentence("values that the domain rejects can no longer be written")));
  }
}
