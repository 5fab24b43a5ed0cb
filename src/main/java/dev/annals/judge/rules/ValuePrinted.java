package dev.annals.judge.rules;

import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import java.util.Optional;

/** Values that become texts. */
final class ValuePrinted implements VerdictRule {

  @Override
  public String id() {
    return "value-printed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return TypeChange.of(change, context, Conversion.PRINTED)
        .map(
            type ->
                type.rewriting(this, BREAKING)
                    .readers(BREAKS)
                    .writers(CONDITIONAL)
                    .reversible(WITH_CARE)
                    .note(
                        "Anything can be written from now on; a limit on the text's length can fail")
                    .instead(type.copyInstead())
                    .says(type.sentence("every value becomes a text")));
  }
}
