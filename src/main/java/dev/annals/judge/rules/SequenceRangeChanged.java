package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Reversibility.EXACT;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Effect;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Sequence;
import java.util.Optional;

/** A sequence that hands out other numbers. */
final class SequenceRangeChanged implements VerdictRule {

  @Override
  public String id() {
    return "sequence-range-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(
            change,
            Sequence.class,
            Property.TYPE,
            Property.START,
            Property.MINIMUM,
            Property.MAXIMUM,
            Property.INCREMENT,
            Property.CYCLE)
        .map(altered -> verdict(altered, context));
  }

  private Verdict verdict(Alteration<Sequence> altered, ChangeContext context) {
    boolean follows =
        (altered.property() == Property.MAXIMUM || altered.property() == Property.MINIMUM)
            && context.any(
                Change.Altered.class,
                other ->
                    other.property() == Property.TYPE
                        && other.subject().equals(altered.after().ref())
                        && Types.isWiderInteger(other.from(), other.to()));
    return new Ruling(this, follows ? NON_BREAKING : POTENTIALLY_BREAKING)
        .writers(follows ? Effect.NONE : SILENT)
        .reversible(isLimit(altered.property()) ? WITH_CARE : EXACT)
        .noteIf(!follows, "Numbers can run out, or be handed out that are in use")
        .says(altered.property().label() + " of " + the(altered.after()) + " " + altered.course());
  }

  /**
   * Numbers may have gone beyond a former limit; by how much a sequence counts is just set back.
   */
  private static boolean isLimit(Property property) {
    return switch (property) {
      case TYPE, MINIMUM, MAXIMUM -> true;
      default -> false;
    };
  }
}
