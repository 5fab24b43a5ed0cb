package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.SHARE;
import static dev.annals.model.change.Reversibility.WITH_CARE;
import static dev.annals.model.change.Work.SCAN;

import dev.annals.model.change.Change;
import dev.annals.model.change.Lock;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Domain;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** A domain that takes null no more, or from now on. */
final class DomainNotNullChanged implements VerdictRule {

  @Override
  public String id() {
    return "domain-not-null-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Domain.class, Property.NULLABLE)
        .map(
            altered ->
                verdict(
                    altered,
                    Types.isUsed(
                        altered.after().name(), altered.after().schema(), context.before())));
  }

  private Verdict verdict(Alteration<Domain> altered, boolean used) {
    Ruling ruling = new Ruling(this, BREAKING);
    if (altered.gained()) {
      return ruling
          .readers(BREAKS)
          .reversible(WITH_CARE)
          .says(the(altered.after()) + " takes null from now on");
    }
    return ruling
        .writers(BREAKS)
        .data(FAILS)
        .lock(used ? SHARE : Lock.NONE)
        .workIf(used, SCAN)
        .note("The migration fails if a row holds null")
        .instead("Set the columns of the domain NOT NULL, one by one")
        .says(the(altered.after()) + " no longer takes null");
  }
}
