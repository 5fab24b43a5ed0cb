package dev.annals.judge.rules;

import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import java.util.Optional;

/** Binary JSON that becomes text. */
final class JsonPrinted implements VerdictRule {

  @Override
  public String id() {
    return "json-printed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return TypeChange.of(change, context, Conversion.JSON_PRINTED)
        .map(
            type ->
                type.rewriting(this, BREAKING)
                    .readers(BREAKS)
                    .note("Statements with = or DISTINCT on the column fail")
                    .instead("Keep jsonb and cast where a text is needed")
                    .says(type.sentence("it can no longer be compared or searched")));
  }
}
