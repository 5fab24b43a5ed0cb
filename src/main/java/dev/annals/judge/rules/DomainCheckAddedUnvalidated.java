package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.owner;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.DomainCheck;
import java.util.Optional;

/** A condition of a domain for new values only. */
final class DomainCheckAddedUnvalidated implements VerdictRule {

  @Override
  public String id() {
    return "domain-check-added-unvalidated";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, DomainCheck.class)
        .filter(check -> !check.validated())
        .map(
            check ->
                new Ruling(this, BREAKING)
                    .writers(BREAKS)
                    .says(
                        "domain "
                            + owner(check)
                            + " takes only values with "
                            + check.expression()
                            + "; old ones are not checked"));
  }
}
