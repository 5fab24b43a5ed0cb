package dev.annals.judge.design;

import dev.annals.model.schema.Table;
import dev.annals.model.schema.TableKind;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A partitioned table that can take no row. */
final class PartitionsMissing implements DesignRule {

  @Override
  public String id() {
    return "partitions-missing";
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
    Set<String> parents =
        schema
            .schema()
            .all(Table.class)
            .map(Table::partitionOf)
            .collect(Collectors.toCollection(HashSet::new));
    return schema
        .tables()
        .filter(table -> table.kind() == TableKind.PARTITIONED)
        .filter(table -> !parents.contains(table.ref().qualified()))
        .map(
            table ->
                Flaw.of(
                        table.ref(),
                        "partitioned table " + table.ref().display() + " has no partition",
                        "Every insert fails until somebody makes one: no migration does.",
                        "Create the first partitions, or a default one, in a migration; if a job"
                            + " makes them, say so in the comment.")
                    .doubtfulIf(!table.comment().isEmpty()));
  }
}
