package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.SchemaObject;
import java.util.Optional;

/** A type under another name. */
final class TypeRenamed implements VerdictRule {

  @Override
  public String id() {
    return "type-renamed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Optional.of(change)
        .filter(any -> Types.concerns(any.kind()))
        .flatMap(any -> Facts.renamed(any, SchemaObject.class))
        .map(
            pair ->
                new Ruling(this, BREAKING)
                    .readers(CONDITIONAL)
                    .writers(CONDITIONAL)
                    .note("Only who names the type, in a cast or a driver, can notice")
                    .says(the(pair.before()) + " is now " + pair.after().ref().display()));
  }
}
