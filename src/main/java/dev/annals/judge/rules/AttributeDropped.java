package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.DataEffect.LOSS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Reversibility.IRREVERSIBLE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Attribute;
import java.util.Optional;

/** A composite type without one of its parts. */
final class AttributeDropped implements VerdictRule {

  @Override
  public String id() {
    return "attribute-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, Attribute.class)
        .map(
            attribute ->
                new Ruling(this, BREAKING)
                    .readers(BREAKS)
                    .writers(BREAKS)
                    .data(LOSS)
                    .reversible(IRREVERSIBLE)
                    .instead(
                        "Make a new type without " + attribute.name() + " and move columns over")
                    .says(the(attribute) + " is gone, with its values"));
  }
}
