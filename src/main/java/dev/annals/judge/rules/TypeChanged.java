package dev.annals.judge.rules;

import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import java.util.Optional;

/** Any other type change. */
final class TypeChanged implements VerdictRule {

  @Override
  public String id() {
    return "type-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return TypeChange.of(change, context, Conversion.UNKNOWN)
        .map(
            type ->
                type.rewriting(this, BREAKING)
                    .readers(BREAKS)
                    .writers(BREAKS)
                    .data(FAILS)
                    .reversible(WITH_CARE)
                    .note("Whether values are kept is up to the migration's USING expression")
                    .instead(type.copyInstead())
                    .says(type.sentence("readers and writers get another type")));
  }
}
