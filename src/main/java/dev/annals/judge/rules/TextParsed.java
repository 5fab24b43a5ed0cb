package dev.annals.judge.rules;

import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import java.util.Optional;

/** Texts that are read as values. */
final class TextParsed implements VerdictRule {

  @Override
  public String id() {
    return "text-parsed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return TypeChange.of(change, context, Conversion.PARSED)
        .map(
            type ->
                type.rewriting(this, BREAKING)
                    .readers(BREAKS)
                    .writers(BREAKS)
                    .data(FAILS)
                    .reversible(WITH_CARE)
                    .note("The migration fails if one text cannot be read as the new type")
                    .instead(type.copyInstead())
                    .says(type.sentence("every text has to be readable as the new type")));
  }
}
