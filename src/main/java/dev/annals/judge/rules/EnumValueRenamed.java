package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.quoted;
import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.EnumValue;
import java.util.Optional;

/** A label under another name. */
final class EnumValueRenamed implements VerdictRule {

  @Override
  public String id() {
    return "enum-value-renamed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.renamed(change, EnumValue.class)
        .map(
            pair ->
                new Ruling(this, BREAKING)
                    .readers(BREAKS)
                    .writers(BREAKS)
                    .instead(
                        "Add " + quoted(pair.after().name()) + " as a new label and move rows over")
                    .says(the(pair.before()) + " is now " + quoted(pair.after().name())));
  }
}
