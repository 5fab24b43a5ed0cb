package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Effect.NONE;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Reversibility.WITH_CARE;
import static dev.annals.model.change.Work.SCAN;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Check;
import dev.annals.model.schema.Property;
import java.util.List;
import java.util.Optional;

/** A check with another condition. */
final class CheckChanged implements VerdictRule {

  @Override
  public String id() {
    return "check-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Check.class, Property.EXPRESSION, Property.NO_INHERIT)
        .map(
            altered ->
                new Ruling(this, BREAKING)
                    .readers(narrows(altered) ? NONE : CONDITIONAL)
                    .writers(BREAKS)
                    .data(FAILS)
                    .lock(ACCESS_EXCLUSIVE)
                    .work(SCAN)
                    .reversible(WITH_CARE)
                    .noteIf(
                        !narrows(altered),
                        "Readers can meet values that the old condition kept out")
                    .note("The migration fails if a row does not fit")
                    .instead(
                        "Add the new check NOT VALID under another name, validate it, and drop "
                            + altered.after().name())
                    .says(
                        altered.property().label()
                            + " of "
                            + the(altered.after())
                            + " "
                            + altered.course()));
  }

  /** True where the old condition kept nothing out that the new one takes. */
  private static boolean narrows(Alteration<Check> altered) {
    return altered.property() == Property.EXPRESSION
        && Implication.holds(List.of(altered.to()), altered.from());
  }
}
