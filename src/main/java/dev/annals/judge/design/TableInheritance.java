package dev.annals.judge.design;

import dev.annals.model.schema.Property;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.stream.Stream;

/** A table that inherits another. */
final class TableInheritance implements DesignRule {

  @Override
  public String id() {
    return "table-inheritance";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public Confidence confidence() {
    return Confidence.MEDIUM;
  }

  @Override
  public Stream<Flaw> find(Blueprint schema) {
    return schema
        .tables()
        .filter(table -> !table.inherits().isEmpty())
        .map(
            table ->
                Flaw.of(
                        table.ref(),
                        "table "
                            + table.ref().display()
                            + " inherits "
                            + Wording.list(table.inherits()),
                        "Keys and foreign keys hold for each table alone: a value can be in both,"
                            + " and what refers to the parent does not find rows of this one.",
                        "For parts of one table use partitions; for kinds of a thing use a table"
                            + " with the parent's key.")
                    .because(Property.INHERITS));
  }
}
