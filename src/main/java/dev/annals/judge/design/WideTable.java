package dev.annals.judge.design;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.Table;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A table with very many columns. */
final class WideTable implements DesignRule {

  private static final int WIDE = 50;

  @Override
  public String id() {
    return "wide-table";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public Confidence confidence() {
    return Confidence.LOW;
  }

  @Override
  public Stream<Flaw> find(Blueprint schema) {
    return schema.tables().flatMap(table -> of(table, schema.columns(table)).stream());
  }

  private static Optional<Flaw> of(Table table, List<Column> columns) {
    long optional = columns.stream().filter(Column::nullable).count();
    return columns.size() < WIDE
        ? Optional.empty()
        : Optional.of(
            Flaw.of(
                table.ref(),
                "table " + table.ref().display() + " has " + columns.size() + " columns",
                optional
                    + " of them take null: several things share a row, and each update writes"
                    + " all of it anew.",
                "Look for groups that are filled together, or change together, and give them a"
                    + " table with the same key."));
  }
}
