package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.SHARE;
import static dev.annals.model.change.Reversibility.WITH_CARE;
import static dev.annals.model.change.Work.SCAN;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.DomainCheck;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** Another condition of a domain. */
final class DomainCheckChanged implements VerdictRule {

  @Override
  public String id() {
    return "domain-check-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, DomainCheck.class, Property.EXPRESSION)
        .map(
            altered ->
                new Ruling(this, BREAKING)
                    .readers(CONDITIONAL)
                    .writers(BREAKS)
                    .data(FAILS)
                    .lock(SHARE)
                    .work(SCAN)
                    .reversible(WITH_CARE)
                    .note("Readers can meet values that the old condition kept out")
                    .instead(
                        "Add the new condition NOT VALID under another name, validate it, and drop the old one")
                    .says("condition of " + the(altered.after()) + " " + altered.course()));
  }
}
