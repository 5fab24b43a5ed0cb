package dev.annals.judge.rules;

import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Effect;
import dev.annals.model.change.Verdict;
import java.util.Optional;

/** What a role may no longer do. */
final class PrivilegeRevoked implements VerdictRule {

  @Override
  public String id() {
    return "privilege-revoked";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Grants.lost(change)
        .map(
            lost ->
                new Ruling(this, BREAKING)
                    .readers(Grants.letsRead(lost) ? BREAKS : Effect.NONE)
                    .writers(Grants.letsWrite(lost) ? BREAKS : Effect.NONE)
                    .says(Words.grantee(lost) + " may no longer " + Grants.deed(lost)))
        .or(
            () ->
                Grants.passing(change, true)
                    .map(
                        lost ->
                            new Ruling(this, POTENTIALLY_BREAKING)
                                .says(
                                    Words.grantee(lost)
                                        + " may no longer let others "
                                        + Grants.deed(lost))));
  }
}
