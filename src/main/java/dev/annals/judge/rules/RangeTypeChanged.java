package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.RangeType;
import java.util.Optional;

/** A range type over another type. */
final class RangeTypeChanged implements VerdictRule {

  @Override
  public String id() {
    return "range-type-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, RangeType.class, Property.SUBTYPE, Property.DEFINITION)
        .map(
            altered ->
                new Ruling(this, BREAKING)
                    .readers(CONDITIONAL)
                    .writers(CONDITIONAL)
                    .reversible(WITH_CARE)
                    .note("Columns of the type, and casts to it, have another type")
                    .says(
                        altered.property().label()
                            + " of "
                            + the(altered.after())
                            + " "
                            + altered.course()));
  }
}
