package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.owner;
import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.SHARE;
import static dev.annals.model.change.Work.SCAN;

import dev.annals.model.change.Change;
import dev.annals.model.change.Lock;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.DomainCheck;
import java.util.Optional;

/** A condition of a domain that all values have to pass. */
final class DomainCheckAdded implements VerdictRule {

  @Override
  public String id() {
    return "domain-check-added";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, DomainCheck.class)
        .map(
            check ->
                new Ruling(this, BREAKING)
                    .writers(BREAKS)
                    .data(FAILS)
                    .lock(
                        Types.isUsed(check.domain(), check.schema(), context.before())
                            ? SHARE
                            : Lock.NONE)
                    .workIf(Types.isUsed(check.domain(), check.schema(), context.before()), SCAN)
                    .note("The migration fails if a row holds a value that does not fit")
                    .instead(
                        "Add it NOT VALID and validate " + check.name() + " in a later migration")
                    .says(
                        "domain "
                            + owner(check)
                            + " takes only values with "
                            + check.expression()));
  }
}
