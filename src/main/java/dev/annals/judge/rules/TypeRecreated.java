package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.SchemaObject;
import java.util.Optional;

/** A type that was dropped and created again. */
final class TypeRecreated implements VerdictRule {

  @Override
  public String id() {
    return "type-recreated";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Optional.of(change)
        .filter(any -> Types.concerns(any.kind()))
        .flatMap(any -> Facts.recreated(any, SchemaObject.class))
        .map(
            pair ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .readers(CONDITIONAL)
                    .writers(CONDITIONAL)
                    .note(
                        "Drivers that remember the type by its number fail until they connect again")
                    .says(the(pair.after()) + " was dropped and created again"));
  }
}
