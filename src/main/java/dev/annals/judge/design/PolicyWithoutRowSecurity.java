package dev.annals.judge.design;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Policy;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.stream.Stream;

/** Policies that nobody applies. */
final class PolicyWithoutRowSecurity implements DesignRule {

  @Override
  public String id() {
    return "policy-without-row-security";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Confidence confidence() {
    return Confidence.HIGH;
  }

  @Override
  public Stream<Flaw> find(Blueprint schema) {
    return schema
        .tables()
        .filter(table -> !table.rowSecurity())
        .flatMap(
            table ->
                schema.schema().partsOf(table.schema(), table.name(), Policy.class).stream()
                    .limit(1))
        .map(
            policy -> {
              ObjectRef table = ObjectRef.table(policy.schema(), policy.table());
              return Flaw.of(
                      policy.ref(),
                      "policy " + policy.name() + " of " + table.display() + " is not applied",
                      "Row-level security is not enabled on the table: whoever may read it reads"
                          + " every row.",
                      "ALTER TABLE " + Wording.sql(table) + " ENABLE ROW LEVEL SECURITY;")
                  .and(table);
            });
  }
}
