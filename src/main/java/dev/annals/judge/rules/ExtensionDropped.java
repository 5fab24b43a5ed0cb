package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.DataEffect.LOSS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Extension;
import java.util.Optional;

/** An extension that is gone, with its types and functions. */
final class ExtensionDropped implements VerdictRule {

  @Override
  public String id() {
    return "extension-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, Extension.class)
        .map(
            extension ->
                new Ruling(this, BREAKING)
                    .readers(CONDITIONAL)
                    .writers(CONDITIONAL)
                    .data(LOSS)
                    .reversible(WITH_CARE)
                    .note(
                        "Only statements that use what it brought fail; columns of its types are lost")
                    .says(the(extension) + " is gone"));
  }
}
