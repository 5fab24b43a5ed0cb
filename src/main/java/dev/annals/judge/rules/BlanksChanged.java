package dev.annals.judge.rules;

import static dev.annals.model.change.DataEffect.SILENT_LOSS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import java.util.Optional;

/** A type of fixed length on one side. */
final class BlanksChanged implements VerdictRule {

  @Override
  public String id() {
    return "blanks-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return TypeChange.of(change, context, Conversion.BLANKS_CHANGED)
        .map(
            type ->
                type.rewriting(this, BREAKING)
                    .readers(SILENT)
                    .writers(CONDITIONAL)
                    .data(SILENT_LOSS)
                    .reversible(WITH_CARE)
                    .note("Writers meet the limit of the new type")
                    .instead(type.copyInstead())
                    .says(type.sentence("blanks at the end come or go silently")));
  }
}
