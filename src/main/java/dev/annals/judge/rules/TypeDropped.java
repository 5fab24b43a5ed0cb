package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.SchemaObject;
import java.util.Optional;

/** A type that is gone. */
final class TypeDropped implements VerdictRule {

  @Override
  public String id() {
    return "type-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Optional.of(change)
        .filter(any -> Types.concerns(any.kind()))
        .flatMap(any -> Facts.dropped(any, SchemaObject.class))
        .map(
            type ->
                new Ruling(this, BREAKING)
                    .readers(CONDITIONAL)
                    .writers(CONDITIONAL)
                    .note("Casts and drivers that name the type fail")
                    .says(the(type) + " is gone"));
  }
}
