package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.list;
import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.DefaultPrivilege;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** What roles will be allowed on objects to come. */
final class DefaultPrivilegeChanged implements VerdictRule {

  @Override
  public String id() {
    return "default-privilege-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, DefaultPrivilege.class)
        .map(privilege -> verdict(privilege, "is " + rights(privilege)))
        .or(
            () ->
                Facts.dropped(change, DefaultPrivilege.class)
                    .map(privilege -> verdict(privilege, "is gone")))
        .or(
            () ->
                Facts.altered(change, DefaultPrivilege.class, Property.PRIVILEGES)
                    .map(altered -> verdict(altered.after(), altered.course())));
  }

  private static String rights(DefaultPrivilege privilege) {
    return privilege.privileges().isEmpty() ? "taken away" : "new: " + list(privilege.privileges());
  }

  private Verdict verdict(DefaultPrivilege privilege, String outcome) {
    return new Ruling(this, POTENTIALLY_BREAKING)
        .readers(CONDITIONAL)
        .writers(CONDITIONAL)
        .note("Only objects that are created later are concerned")
        .says(the(privilege) + " " + outcome);
  }
}
