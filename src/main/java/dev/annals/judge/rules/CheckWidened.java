package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Reversibility.WITH_CARE;
import static dev.annals.model.change.Work.SCAN;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Check;
import dev.annals.model.schema.Property;
import java.util.List;
import java.util.Optional;

/** A check that takes all that it took before. */
final class CheckWidened implements VerdictRule {

  @Override
  public String id() {
    return "check-widened";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Check.class, Property.EXPRESSION)
        .filter(altered -> altered.before().validated() && altered.before().enforced())
        .filter(altered -> Implication.holds(List.of(altered.from()), altered.to()))
        .map(this::verdict);
  }

  private Verdict verdict(Alteration<Check> altered) {
    if (Implication.holds(List.of(altered.to()), altered.from())) {
      return new Ruling(this, EQUIVALENT)
          .lock(ACCESS_EXCLUSIVE)
          .work(SCAN)
          .says(the(altered.after()) + " says the same in other words: " + altered.to());
    }
    return new Ruling(this, POTENTIALLY_BREAKING)
        .readers(CONDITIONAL)
        .lock(ACCESS_EXCLUSIVE)
        .work(SCAN)
        .reversible(WITH_CARE)
        .note("Readers can meet values that the old condition kept out")
        .says(the(altered.after()) + " takes more: " + altered.to() + ", before " + altered.from());
  }
}
