package dev.annals.judge.rules;

import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import java.util.Optional;

/** Fewer digits before the point. */
final class DigitsTaken implements VerdictRule {

  @Override
  public String id() {
    return "digits-taken";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return TypeChange.of(change, context, Conversion.DIGITS_TAKEN)
        .map(
            type ->
                type.rewriting(this, BREAKING)
                    .writers(BREAKS)
                    .data(FAILS)
                    .note("The migration fails with numeric field overflow if a value does not fit")
                    .instead(
                        "Keep the type and add CHECK on the range of "
                            + type.column()
                            + ", NOT VALID first")
                    .says(type.sentence("larger numbers no longer fit")));
  }
}
