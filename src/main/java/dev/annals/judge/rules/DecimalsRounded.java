package dev.annals.judge.rules;

import static dev.annals.model.change.DataEffect.SILENT_LOSS;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Reversibility.IRREVERSIBLE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import java.util.Optional;

/** Digits after the point that are rounded away. */
final class DecimalsRounded implements VerdictRule {

  @Override
  public String id() {
    return "decimals-rounded";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return TypeChange.of(change, context, Conversion.DECIMALS_ROUNDED)
        .map(
            type ->
                type.rewriting(this, BREAKING)
                    .readers(SILENT)
                    .writers(SILENT)
                    .data(SILENT_LOSS)
                    .reversible(IRREVERSIBLE)
                    .note("Numbers that are too large fail, decimals are rounded without a word")
                    .instead(type.copyInstead())
                    .says(type.sentence("values are rounded silently")));
  }
}
