package dev.annals.judge.rules;

import static dev.annals.model.change.DataEffect.SILENT_LOSS;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Reversibility.IRREVERSIBLE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import java.util.Optional;

/** A time with fewer digits of a second. */
final class SecondsRounded implements VerdictRule {

  @Override
  public String id() {
    return "seconds-rounded";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return TypeChange.of(change, context, Conversion.SECONDS_ROUNDED)
        .map(
            type ->
                type.rewriting(this, BREAKING)
                    .readers(SILENT)
                    .writers(SILENT)
                    .data(SILENT_LOSS)
                    .reversible(IRREVERSIBLE)
                    .instead("Keep the precision of " + type.column() + " and round on reading")
                    .says(type.sentence("times are rounded silently")));
  }
}
