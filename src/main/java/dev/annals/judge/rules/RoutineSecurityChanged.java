package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Routine;
import java.util.Optional;

/** Whose rights, and which settings, a routine runs with. */
final class RoutineSecurityChanged implements VerdictRule {

  @Override
  public String id() {
    return "routine-security-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Routine.class, Property.SECURITY, Property.CONFIGURATION)
        .map(altered -> verdict(altered));
  }

  private Verdict verdict(Alteration<Routine> altered) {
    Routine routine = altered.after();
    boolean open =
        routine.securityDefiner()
            && routine.configuration().stream()
                .noneMatch(setting -> setting.startsWith("search_path="));
    return new Ruling(this, POTENTIALLY_BREAKING)
        .readers(SILENT)
        .writers(SILENT)
        .noteIf(open, "It runs with its owner's rights and has no search_path of its own")
        .instead(open ? "Set search_path on it and revoke EXECUTE from PUBLIC" : "")
        .says(altered.property().label() + " of " + the(routine) + " " + altered.course());
  }
}
