package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Attribute;
import java.util.Optional;

/** A part of a composite type under another name. */
final class AttributeRenamed implements VerdictRule {

  @Override
  public String id() {
    return "attribute-renamed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.renamed(change, Attribute.class)
        .map(
            pair ->
                new Ruling(this, BREAKING)
                    .readers(BREAKS)
                    .writers(BREAKS)
                    .instead("Make a new type and move columns over")
                    .says(the(pair.before()) + " is now called " + pair.after().name()));
  }
}
