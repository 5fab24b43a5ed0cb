package dev.annals.judge.rules;

import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import java.util.Optional;

/** Whole numbers with more room. */
final class IntegerWidened implements VerdictRule {

  @Override
  public String id() {
    return "integer-widened";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return TypeChange.of(change, context, Conversion.INTEGER_WIDENED)
        .map(
            type ->
                type.rewriting(this, BREAKING)
                    .readers(CONDITIONAL)
                    .reversible(WITH_CARE)
                    .note("Values fit the wire format of readers until one exceeds the old type")
                    .instead(type.copyInstead())
                    .says(type.sentence("no value changes, but every row is written anew")));
  }
}
