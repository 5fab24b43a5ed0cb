package dev.annals.judge.rules;

import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import java.util.Optional;

/** One enumerated type for another. */
final class LabelsExchanged implements VerdictRule {

  @Override
  public String id() {
    return "labels-exchanged";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return TypeChange.of(change, context, Conversion.LABELS_EXCHANGED)
        .map(
            type ->
                type.rewriting(this, BREAKING)
                    .readers(CONDITIONAL)
                    .writers(BREAKS)
                    .data(FAILS)
                    .reversible(WITH_CARE)
                    .note("Casts and drivers that name the old type fail")
                    .note("The migration fails if a row holds a label that the new type lacks")
                    .instead(
                        "Forbid the label with a check constraint on "
                            + type.column()
                            + " and keep the type")
                    .says(type.sentence("labels are matched by their text")));
  }
}
