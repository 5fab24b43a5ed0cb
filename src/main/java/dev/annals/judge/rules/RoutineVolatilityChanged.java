package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Routine;
import java.util.Optional;

/** What the planner may assume about a routine. */
final class RoutineVolatilityChanged implements VerdictRule {

  @Override
  public String id() {
    return "routine-volatility-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(
            change, Routine.class, Property.VOLATILITY, Property.STRICT, Property.PARALLEL)
        .map(
            altered ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .readers(SILENT)
                    .writers(SILENT)
                    .says(
                        altered.property().label()
                            + " of "
                            + the(altered.after())
                            + " "
                            + altered.course()));
  }
}
