package dev.annals.judge.design;

import dev.annals.model.schema.Table;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.stream.Stream;

/** A table without a comment, where others have one. */
final class MissingComment implements DesignRule {

  @Override
  public String id() {
    return "missing-comment";
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
    List<Table> tables = schema.tables().toList();
    List<Table> silent = tables.stream().filter(table -> table.comment().isEmpty()).toList();
    int told = tables.size() - silent.size();
    return tables.size() < 3 || told * 2L < tables.size()
        ? Stream.empty()
        : silent.stream().map(table -> flaw(table, told, tables.size()));
  }

  private static Flaw flaw(Table table, int told, int all) {
    return Flaw.of(
        table.ref(),
        "table " + table.ref().display() + " has no comment",
        told
            + " of "
            + all
            + " tables have one: who reads the schema with a database tool learns"
            + " nothing of this one.",
        "COMMENT ON TABLE " + Wording.sql(table.ref()) + " IS 'what one row stands for';");
  }
}
