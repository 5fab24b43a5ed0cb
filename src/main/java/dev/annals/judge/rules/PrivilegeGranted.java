package dev.annals.judge.rules;

import static dev.annals.model.change.Level.NON_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Grant;
import java.util.Optional;

/** What a role may do from now on. */
final class PrivilegeGranted implements VerdictRule {

  @Override
  public String id() {
    return "privilege-granted";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Grants.gained(change)
        .filter(gained -> !gained.privileges().isEmpty())
        .map(gained -> verdict(gained, ""))
        .or(() -> Grants.passing(change, false).map(more -> verdict(more, "let others ")));
  }

  private Verdict verdict(Grant gained, String further) {
    return new Ruling(this, NON_BREAKING)
        .noteIf(gained.grantee().equals("public"), "Everybody may, who can connect")
        .says(Words.grantee(gained) + " may " + further + Grants.deed(gained));
  }
}
