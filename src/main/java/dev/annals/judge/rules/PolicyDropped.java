package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Policy;
import java.util.Optional;

/** A policy that is gone. */
final class PolicyDropped implements VerdictRule {

  @Override
  public String id() {
    return "policy-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, Policy.class)
        .map(
            policy ->
                new Ruling(this, policy.permissive() ? BREAKING : POTENTIALLY_BREAKING)
                    .readers(SILENT)
                    .writers(policy.permissive() ? BREAKS : SILENT)
                    .lock(ACCESS_EXCLUSIVE)
                    .note(
                        policy.permissive()
                            ? "Rows that only it showed vanish, without an error"
                            : "Rows that it hid become visible")
                    .says(
                        (policy.permissive() ? "permissive " : "restrictive ")
                            + the(policy)
                            + " is gone"));
  }
}
