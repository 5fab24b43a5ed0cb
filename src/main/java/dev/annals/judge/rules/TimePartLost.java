package dev.annals.judge.rules;

import static dev.annals.model.change.DataEffect.SILENT_LOSS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Reversibility.IRREVERSIBLE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import java.util.Optional;

/** A timestamp that becomes a date or a time of day. */
final class TimePartLost implements VerdictRule {

  @Override
  public String id() {
    return "time-part-lost";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return TypeChange.of(change, context, Conversion.TIME_PART_LOST)
        .map(
            type ->
                type.rewriting(this, BREAKING)
                    .readers(BREAKS)
                    .writers(BREAKS)
                    .data(SILENT_LOSS)
                    .reversible(IRREVERSIBLE)
                    .instead("Keep " + type.column() + " and show the part in a view")
                    .says(type.sentence("a part of every value is cut off silently")));
  }
}
