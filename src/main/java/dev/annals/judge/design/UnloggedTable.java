package dev.annals.judge.design;

import dev.annals.model.schema.Persistence;
import dev.annals.model.schema.Property;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.stream.Stream;

/** A table that a crash empties. */
final class UnloggedTable implements DesignRule {

  @Override
  public String id() {
    return "unlogged-table";
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
        .filter(table -> table.persistence() == Persistence.UNLOGGED)
        .map(
            table -> {
              int behind = schema.incoming(table).size();
              return Flaw.of(
                      table.ref(),
                      "table " + table.ref().display() + " is unlogged",
                      "After a crash it is empty, and on a replica it cannot be read"
                          + (behind == 0 ? "." : "; " + behind + " foreign keys refer to it."),
                      "ALTER TABLE "
                          + Wording.sql(table.ref())
                          + " SET LOGGED; unless all of it can be made again.")
                  .because(Property.PERSISTENCE);
            });
  }
}
