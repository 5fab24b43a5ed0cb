package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Level.NON_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Routine;
import java.util.Optional;

/** Arguments with other names, modes or defaults. */
final class RoutineArgumentsChanged implements VerdictRule {

  @Override
  public String id() {
    return "routine-arguments-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Routine.class, Property.ARGUMENTS).map(this::verdict);
  }

  private Verdict verdict(Alteration<Routine> altered) {
    boolean onlyGainsDefaults =
        withoutDefaults(altered.to()).equals(withoutDefaults(altered.from()))
            && altered.to().split(" DEFAULT ", -1).length
                >= altered.from().split(" DEFAULT ", -1).length;
    return new Ruling(this, onlyGainsDefaults ? NON_BREAKING : BREAKING)
        .readers(onlyGainsDefaults ? SILENT : BREAKS)
        .writers(onlyGainsDefaults ? SILENT : BREAKS)
        .noteIf(!onlyGainsDefaults, "Calls that name arguments, or leave them out, fail")
        .instead(onlyGainsDefaults ? "" : "Use a new name for the routine")
        .says(
            "arguments of "
                + the(altered.after())
                + " change from ("
                + altered.from()
                + ") to ("
                + altered.to()
                + ")");
  }

  private static String withoutDefaults(String arguments) {
    return arguments.replaceAll(" DEFAULT [^,]*", "");
  }
}
