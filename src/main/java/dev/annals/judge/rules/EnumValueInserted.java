package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Reversibility.IRREVERSIBLE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.EnumValue;
import java.util.Optional;

/** A new label between others. */
final class EnumValueInserted implements VerdictRule {

  @Override
  public String id() {
    return "enum-value-inserted";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, EnumValue.class)
        .map(
            value ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .readers(SILENT)
                    .reversible(IRREVERSIBLE)
                    .note(
                        "Readers that know all labels by heart can meet one that they do not know")
                    .note("ORDER BY, < and > on the enum can give other results")
                    .says(the(value) + " is new, at place " + value.position()));
  }
}
