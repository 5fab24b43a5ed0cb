package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Reversibility.IRREVERSIBLE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** A generated column that becomes a plain one. */
final class GenerationDropped implements VerdictRule {

  @Override
  public String id() {
    return "generation-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Column.class, Property.GENERATED)
        .filter(Alteration::lost)
        .map(
            altered ->
                new Ruling(this, BREAKING)
                    .readers(SILENT)
                    .writers(BREAKS)
                    .lock(ACCESS_EXCLUSIVE)
                    .reversible(IRREVERSIBLE)
                    .instead(
                        "Keep "
                            + altered.after().name()
                            + " with a trigger, or let writers compute it first")
                    .says(the(altered.after()) + " is no longer computed"));
  }
}
