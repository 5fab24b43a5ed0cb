package dev.annals.judge.design;

import dev.annals.model.schema.Table;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.stream.Stream;

/** A table without relations in a schema that has many. */
final class LonelyTable implements DesignRule {

  @Override
  public String id() {
    return "lonely-table";
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
    List<Table> lonely =
        schema
            .tables()
            .filter(
                table -> schema.foreignKeys(table).isEmpty() && schema.incoming(table).isEmpty())
            .toList();
    long all = schema.tables().count();
    return all < 5 || lonely.size() * 3L > all
        ? Stream.empty()
        : lonely.stream().map(table -> flaw(table, all - lonely.size()));
  }

  private static Flaw flaw(Table table, long others) {
    return Flaw.of(
        table.ref(),
        "table " + table.ref().display() + " refers to nothing and nothing refers to it",
        "The other "
            + others
            + " tables are connected: either a foreign key is missing, or it is"
            + " left over, or it is apart on purpose.",
        "If it is still used, say in its comment why it stands alone.");
  }
}
