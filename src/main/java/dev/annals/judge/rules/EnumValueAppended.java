package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Reversibility.IRREVERSIBLE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.EnumValue;
import java.util.Optional;

/** A new label at the end. */
final class EnumValueAppended implements VerdictRule {

  @Override
  public String id() {
    return "enum-value-appended";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, EnumValue.class)
        .filter(value -> EnumLabels.isAtEnd(value, context))
        .map(
            value ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .readers(CONDITIONAL)
                    .reversible(IRREVERSIBLE)
                    .note(
                        "Readers that know all labels by heart can meet one that they do not know")
                    .note("The label cannot be used in the transaction that adds it")
                    .says(the(value) + " is new, at the end"));
  }
}
