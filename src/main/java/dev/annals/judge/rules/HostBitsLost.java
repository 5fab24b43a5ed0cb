package dev.annals.judge.rules;

import static dev.annals.model.change.DataEffect.SILENT_LOSS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Reversibility.IRREVERSIBLE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import java.util.Optional;

/** Network addresses without their host part. */
final class HostBitsLost implements VerdictRule {

  @Override
  public String id() {
    return "host-bits-lost";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return TypeChange.of(change, context, Conversion.HOST_BITS_LOST)
        .map(
            type ->
                type.rewriting(this, BREAKING)
                    .readers(SILENT)
                    .writers(BREAKS)
                    .data(SILENT_LOSS)
                    .reversible(IRREVERSIBLE)
                    .instead(type.copyInstead())
                    .says(type.sentence("host bits are set to zero silently")));
  }
}
