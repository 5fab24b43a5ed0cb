package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Effect.NONE;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Effect;
import dev.annals.model.change.Level;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Cast;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** A cast that was made again: taken elsewhere, or done by another routine. */
final class CastChanged implements VerdictRule {

  @Override
  public String id() {
    return "cast-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Cast.class, Property.CONTEXT)
        .map(this::elsewhere)
        .or(() -> Facts.altered(change, Cast.class, Property.FUNCTION).map(this::otherwise))
        .or(
            () ->
                Facts.recreated(change, Cast.class)
                    .map(
                        pair ->
                            ruling(EQUIVALENT, NONE)
                                .says(the(pair.after()) + " was dropped and created again")));
  }

  private Verdict elsewhere(Alteration<Cast> altered) {
    boolean narrower = Casts.isNarrower(altered.from(), altered.to());
    boolean anywhere = altered.to().equals("implicit");
    return ruling(
            narrower ? BREAKING : anywhere ? POTENTIALLY_BREAKING : NON_BREAKING,
            narrower || anywhere ? CONDITIONAL : NONE)
        .noteIf(narrower, "Statements that mix the two types without asking for it fail")
        .noteIf(anywhere, "Calls and operators that one routine fitted may fit several")
        .says(the(altered.after()) + " is another: " + Casts.when(altered.to()));
  }

  private Verdict otherwise(Alteration<Cast> altered) {
    return ruling(POTENTIALLY_BREAKING, SILENT)
        .note("The same value may become another")
        .says("function of " + the(altered.after()) + " " + altered.course());
  }

  private Ruling ruling(Level level, Effect effect) {
    return new Ruling(this, level).readers(effect).writers(effect);
  }
}
