package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Extension;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** An extension of another version, or in another schema. */
final class ExtensionChanged implements VerdictRule {

  private static final String OTHERWISE = "What it brings can behave otherwise";
  private static final String ELSEWHERE =
      "Who names its functions without a schema finds them along the search path only";

  @Override
  public String id() {
    return "extension-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Extension.class, Property.VERSION)
        .map(altered -> verdict(altered.after(), "version " + altered.course(), OTHERWISE))
        .or(
            () ->
                Facts.altered(change, Extension.class, Property.IN_SCHEMA)
                    .map(
                        altered ->
                            verdict(altered.after(), "schema " + altered.course(), ELSEWHERE)))
        .or(
            () ->
                Facts.recreated(change, Extension.class)
                    .map(
                        pair -> verdict(pair.after(), "was dropped and created again", OTHERWISE)));
  }

  private Verdict verdict(Extension extension, String outcome, String note) {
    return new Ruling(this, POTENTIALLY_BREAKING)
        .readers(CONDITIONAL)
        .writers(CONDITIONAL)
        .reversible(WITH_CARE)
        .note(note)
        .says(the(extension) + ": " + outcome);
  }
}
