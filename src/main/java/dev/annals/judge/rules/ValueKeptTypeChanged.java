package dev.annals.judge.rules;

import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import java.util.Optional;

/** Another type that holds every value of the old one. */
final class ValueKeptTypeChanged implements VerdictRule {

  @Override
  public String id() {
    return "value-kept-type-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return TypeChange.of(change, context, Conversion.VALUE_KEPT)
        .map(
            type ->
                type.rewriting(this, BREAKING)
                    .readers(CONDITIONAL)
                    .reversible(WITH_CARE)
                    .note("Typed readers get another type")
                    .instead(type.copyInstead())
                    .says(type.sentence("no value changes, but readers get another type")));
  }
}
