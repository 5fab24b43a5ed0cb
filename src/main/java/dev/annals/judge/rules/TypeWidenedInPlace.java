package dev.annals.judge.rules;

import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Reversibility.WITH_CARE;
import static dev.annals.model.change.Work.REWRITE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import java.util.Optional;

/** A type with more room for the same bytes. */
final class TypeWidenedInPlace implements VerdictRule {

  @Override
  public String id() {
    return "type-widened-in-place";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return TypeChange.of(change, context, Conversion.SAME_BYTES)
        .map(
            type ->
                type.inPlace(this, NON_BREAKING)
                    .workIf(type.ofArrays(), REWRITE)
                    .reversible(WITH_CARE)
                    .readers(CONDITIONAL)
                    .note("Readers with room for no more than the old type can meet longer values")
                    .says(type.sentence("there is more room and no value changes")));
  }
}
