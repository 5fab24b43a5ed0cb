package dev.annals.judge.design;

import dev.annals.model.schema.Column;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.stream.Stream;

/** A B-tree over values that are looked into, not compared. */
final class WholeValueIndex implements DesignRule {

  @Override
  public String id() {
    return "whole-value-index";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Confidence confidence() {
    return Confidence.MEDIUM;
  }

  @Override
  public Stream<Flaw> find(Blueprint schema) {
    return schema
        .tables()
        .flatMap(
            table ->
                schema.accesses(table).stream()
                    .filter(each -> !each.unique() && each.method().equals("btree"))
                    .flatMap(
                        each ->
                            schema
                                .column(table, each.columns().get(0))
                                .filter(column -> isMany(schema.type(column)))
                                .map(column -> flaw(each, column, schema))
                                .stream()));
  }

  private static boolean isMany(String type) {
    return type.equals("jsonb") || type.equals("tsvector") || Types.isArray(type);
  }

  private static Flaw flaw(Access access, Column column, Blueprint schema) {
    return Flaw.of(
        access.ref(),
        "index " + access.ref().display() + " is a B-tree over " + schema.type(column),
        "It finds a value that is equal as a whole; it does not find what is in "
            + column.name()
            + ", and a value of more than some 2,700 bytes makes the insert fail.",
        "CREATE INDEX … USING gin "
            + Wording.columns(List.of(column.name()))
            + ", or an index over the expression that is looked for.");
  }
}
