package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.quoted;
import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.EnumValue;
import java.util.Optional;

/** A label that is gone. */
final class EnumValueDropped implements VerdictRule {

  @Override
  public String id() {
    return "enum-value-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, EnumValue.class)
        .map(
            value ->
                new Ruling(this, BREAKING)
                    .readers(BREAKS)
                    .writers(BREAKS)
                    .data(FAILS)
                    .reversible(WITH_CARE)
                    .note("A query that looks for the label fails, it does not find nothing")
                    .note("The migration fails if a row holds the label")
                    .instead(
                        "Forbid "
                            + quoted(value.name())
                            + " with a check constraint and keep the type")
                    .says(the(value) + " is gone"));
  }
}
