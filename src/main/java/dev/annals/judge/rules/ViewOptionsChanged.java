package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.View;
import java.util.Optional;

/** Whose rights a view uses, and what it checks. */
final class ViewOptionsChanged implements VerdictRule {

  @Override
  public String id() {
    return "view-options-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, View.class, Property.OPTIONS)
        .filter(altered -> !altered.after().materialized())
        .map(
            altered ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .readers(CONDITIONAL)
                    .writers(CONDITIONAL)
                    .lock(ACCESS_EXCLUSIVE)
                    .note("Readers and writers can need other rights, or meet other checks")
                    .says("options of " + the(altered.after()) + " " + altered.parts()));
  }
}
