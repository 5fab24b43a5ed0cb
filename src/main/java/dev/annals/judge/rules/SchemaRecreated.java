package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Namespace;
import java.util.Optional;

/** A schema that was dropped and created again. */
final class SchemaRecreated implements VerdictRule {

  @Override
  public String id() {
    return "schema-recreated";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.recreated(change, Namespace.class)
        .map(
            pair ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .readers(CONDITIONAL)
                    .writers(CONDITIONAL)
                    .note(
                        "Whoever had been granted the schema has lost it, unless it was granted again")
                    .says(the(pair.after()) + " was dropped and created again"));
  }
}
