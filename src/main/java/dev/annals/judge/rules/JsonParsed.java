package dev.annals.judge.rules;

import static dev.annals.model.change.DataEffect.SILENT_LOSS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Reversibility.IRREVERSIBLE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import java.util.Optional;

/** JSON text that becomes binary. */
final class JsonParsed implements VerdictRule {

  @Override
  public String id() {
    return "json-parsed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return TypeChange.of(change, context, Conversion.JSON_PARSED)
        .map(
            type ->
                type.rewriting(this, POTENTIALLY_BREAKING)
                    .readers(CONDITIONAL)
                    .writers(CONDITIONAL)
                    .data(SILENT_LOSS)
                    .reversible(IRREVERSIBLE)
                    .note(
                        "Readers that rely on the order of keys, on blanks or on the very text can notice")
                    .instead(type.copyInstead())
                    .says(type.sentence("duplicate keys, order and blanks are lost silently")));
  }
}
