package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Policy;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Table;
import java.util.Optional;

/** Rows that vanish for whom no policy lets see them. */
final class RowSecurityEnabled implements VerdictRule {

  @Override
  public String id() {
    return "row-security-enabled";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Table.class, Property.ROW_SECURITY, Property.FORCE_ROW_SECURITY)
        .filter(Alteration::gained)
        .map(altered -> verdict(altered.after(), altered.property(), context));
  }

  private Verdict verdict(Table table, Property property, ChangeContext context) {
    boolean none = context.after().partsOf(table.schema(), table.name(), Policy.class).isEmpty();
    return new Ruling(this, BREAKING)
        .readers(SILENT)
        .writers(BREAKS)
        .lock(ACCESS_EXCLUSIVE)
        .noteIf(none, "There is no policy: everybody but the owner reads nothing")
        .instead("Create the policies in the same transaction and test as the application's role")
        .says(
            property == Property.ROW_SECURITY
                ? the(table) + " shows and takes only rows that a policy allows"
                : the(table) + " holds its owner to the policies, too");
  }
}
