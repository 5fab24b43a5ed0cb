package dev.annals.judge.rules;

import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import java.util.Optional;

/** More digits after the point. */
final class DecimalsAdded implements VerdictRule {

  @Override
  public String id() {
    return "decimals-added";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return TypeChange.of(change, context, Conversion.DECIMALS_ADDED)
        .map(
            type ->
                type.rewriting(this, NON_BREAKING)
                    .readers(CONDITIONAL)
                    .reversible(WITH_CARE)
                    .note("Readers that print or compare the number as a text see more zeros")
                    .instead("Change to numeric without a limit, which touches no row")
                    .says(
                        type.sentence(
                            "values print with more decimals and every row is written anew")));
  }
}
