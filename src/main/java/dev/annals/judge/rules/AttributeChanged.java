package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Attribute;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** A part of a composite type of another type, or at another place. */
final class AttributeChanged implements VerdictRule {

  @Override
  public String id() {
    return "attribute-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(
            change, Attribute.class, Property.TYPE, Property.COLLATION, Property.POSITION)
        .map(
            altered ->
                new Ruling(this, BREAKING)
                    .readers(BREAKS)
                    .writers(BREAKS)
                    .reversible(WITH_CARE)
                    .instead("Make a new type and move columns over")
                    .says(
                        altered.property().label()
                            + " of "
                            + the(altered.after())
                            + " "
                            + altered.course()));
  }
}
