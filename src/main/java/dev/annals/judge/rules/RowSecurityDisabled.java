package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Table;
import java.util.Optional;

/** Rows that everybody sees again. */
final class RowSecurityDisabled implements VerdictRule {

  @Override
  public String id() {
    return "row-security-disabled";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Table.class, Property.ROW_SECURITY, Property.FORCE_ROW_SECURITY)
        .map(
            altered ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .readers(SILENT)
                    .lock(ACCESS_EXCLUSIVE)
                    .note("Rows that were hidden become visible")
                    .says(altered.property().label() + " of " + the(altered.after()) + " is off"));
  }
}
