package dev.annals.judge.rules;

import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import java.util.Optional;

/** Whole numbers with less room. */
final class IntegerNarrowed implements VerdictRule {

  @Override
  public String id() {
    return "integer-narrowed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return TypeChange.of(change, context, Conversion.INTEGER_NARROWED)
        .map(
            type ->
                type.rewriting(this, BREAKING)
                    .writers(BREAKS)
                    .readers(CONDITIONAL)
                    .data(FAILS)
                    .note("The migration fails with out of range if a value does not fit")
                    .instead(
                        "Add CHECK on the smaller range of "
                            + type.column()
                            + " first; "
                            + type.copyInstead())
                    .says(type.sentence("larger numbers no longer fit")));
  }
}
