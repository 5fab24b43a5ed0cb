package dev.annals.judge.rules;

import static dev.annals.model.change.DataEffect.SILENT_LOSS;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Reversibility.IRREVERSIBLE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import java.util.Optional;

/** Floating point where digits were exact. */
final class PrecisionLost implements VerdictRule {

  @Override
  public String id() {
    return "precision-lost";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return TypeChange.of(change, context, Conversion.PRECISION_LOST)
        .map(
            type ->
                type.rewriting(this, BREAKING)
                    .readers(SILENT)
                    .writers(SILENT)
                    .data(SILENT_LOSS)
                    .reversible(IRREVERSIBLE)
                    .note("Numbers out of the new type's range make the migration fail")
                    .instead(type.copyInstead())
                    .says(type.sentence("digits are lost silently")));
  }
}
