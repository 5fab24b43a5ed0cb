package dev.annals.judge.design;

import dev.annals.model.schema.Policy;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Table;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.stream.Stream;

/** Row-level security that lets nobody see anything. */
final class RowSecurityWithoutPolicy implements DesignRule {

  @Override
  public String id() {
    return "row-security-without-policy";
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
        .filter(Table::rowSecurity)
        .filter(
            table -> schema.schema().partsOf(table.schema(), table.name(), Policy.class).isEmpty())
        .map(
            table ->
                Flaw.of(
                        table.ref(),
                        "table " + table.ref().display() + " has row-level security and no policy",
                        "Everybody but its owner sees no row and may write none, without an error"
                            + " on reading.",
                        "CREATE POLICY … ON "
                            + Wording.sql(table.ref())
                            + "; or disable row-level security if grants are meant to decide.")
                    .because(Property.ROW_SECURITY));
  }
}
