package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.NONE;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Effect;
import dev.annals.model.change.Level;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Operator;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** An operator that runs another routine, or of which the planner is told something else. */
final class OperatorChanged implements VerdictRule {

  @Override
  public String id() {
    return "operator-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(
            change, Operator.class, Property.RETURNS, Property.FUNCTION, Property.TRAITS)
        .map(
            altered ->
                ruling(altered.property())
                    .says(
                        "'"
                            + altered.property().label()
                            + "' of "
                            + the(altered.after())
                            + " "
                            + altered.course()))
        .or(
            () ->
                Facts.recreated(change, Operator.class)
                    .map(
                        pair ->
                            ruling(EQUIVALENT, NONE)
                                .says(the(pair.after()) + " was dropped and created again")));
  }

  private Ruling ruling(Property property) {
    return switch (property) {
      case RETURNS -> ruling(BREAKING, BREAKS);
      case FUNCTION ->
          ruling(POTENTIALLY_BREAKING, SILENT).note("The same values may give another result");
      default -> ruling(EQUIVALENT, NONE).note("What the planner is told changes plans, no result");
    };
  }

  private Ruling ruling(Level level, Effect effect) {
    return new Ruling(this, level).readers(effect).writers(effect);
  }
}
