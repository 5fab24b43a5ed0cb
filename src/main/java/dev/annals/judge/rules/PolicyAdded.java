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

/** A new policy. */
final class PolicyAdded implements VerdictRule {

  @Override
  public String id() {
    return "policy-added";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Policy.class)
        .map(
            policy ->
                new Ruling(this, policy.permissive() ? POTENTIALLY_BREAKING : BREAKING)
                    .readers(SILENT)
                    .writers(policy.permissive() ? SILENT : BREAKS)
                    .lock(ACCESS_EXCLUSIVE)
                    .note(
                        policy.permissive()
                            ? "Rows that were hidden can become visible"
                            : "Rows vanish for whom it holds, without an error")
                    .says(
                        (policy.permissive() ? "permissive " : "restrictive ")
                            + the(policy)
                            + " is new"));
  }
}
