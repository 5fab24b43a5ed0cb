package dev.annals.judge.rules;

import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import java.util.Optional;

/** A text with less room. */
final class TextShortened implements VerdictRule {

  @Override
  public String id() {
    return "text-shortened";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return TypeChange.of(change, context, Conversion.TEXT_SHORTENED)
        .map(
            type ->
                type.rewriting(this, BREAKING)
                    .writers(BREAKS)
                    .data(FAILS)
                    .note(
                        "The migration fails if a value is longer; with a cast in USING it is cut off silently")
                    .instead(
                        "Keep the type and add CHECK on the length of "
                            + type.column()
                            + ", NOT VALID first")
                    .says(type.sentence("longer values no longer fit")));
  }
}
