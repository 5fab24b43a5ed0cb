package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.owner;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.DomainCheck;
import java.util.Optional;

/** A condition that a domain has no more. */
final class DomainCheckDropped implements VerdictRule {

  @Override
  public String id() {
    return "domain-check-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, DomainCheck.class)
        .map(
            check ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .readers(CONDITIONAL)
                    .reversible(WITH_CARE)
                    .note("Readers can meet values that the condition kept out")
                    .says("domain " + owner(check) + " no longer checks " + check.expression()));
  }
}
