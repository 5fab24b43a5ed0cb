package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Reversibility.EXACT;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Effect;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** An identity column that hands out other numbers, or takes them from its sequence otherwise. */
final class IdentityCountingChanged implements VerdictRule {

  @Override
  public String id() {
    return "identity-counting-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Column.COUNTING.stream()
        .flatMap(property -> Facts.altered(change, Column.class, property).stream())
        .findFirst()
        .map(this::verdict);
  }

  private Verdict verdict(Alteration<Column> altered) {
    Property property = altered.property();
    boolean same = property == Property.CACHE;
    boolean limit = property == Property.MINIMUM || property == Property.MAXIMUM;
    return new Ruling(this, same ? EQUIVALENT : POTENTIALLY_BREAKING)
        .writers(same ? Effect.NONE : SILENT)
        .lock(ACCESS_EXCLUSIVE)
        .reversible(limit ? WITH_CARE : EXACT)
        .noteIf(!same, "Numbers can run out, or be handed out that are in use")
        .instead(same ? "" : "Look at the numbers in use first")
        .says(
            "%s of %s changes from %s to %s"
                .formatted(
                    property.label(),
                    the(altered.after()),
                    altered.gained() ? usual(property) : altered.from(),
                    altered.lost() ? usual(property) : altered.to()));
  }

  /** What an identity is that does not say otherwise. */
  private static String usual(Property property) {
    return switch (property) {
      case INCREMENT, CACHE -> "1";
      case CYCLE -> "no";
      default -> "the usual one";
    };
  }
}
