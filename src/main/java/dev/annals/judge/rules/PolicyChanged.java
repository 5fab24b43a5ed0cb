package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Policy;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** A policy that says something else. */
final class PolicyChanged implements VerdictRule {

  @Override
  public String id() {
    return "policy-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(
            change,
            Policy.class,
            Property.PERMISSIVE,
            Property.COMMAND,
            Property.ROLES,
            Property.USING,
            Property.WITH_CHECK)
        .map(
            altered ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .readers(SILENT)
                    .writers(CONDITIONAL)
                    .lock(ACCESS_EXCLUSIVE)
                    .note("Writes of rows that it no longer allows fail")
                    .says(
                        "'"
                            + altered.property().label()
                            + "' of "
                            + the(altered.after())
                            + " "
                            + altered.course()));
  }
}
