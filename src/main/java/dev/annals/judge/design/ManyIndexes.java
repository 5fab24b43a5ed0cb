package dev.annals.judge.design;

import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.stream.Stream;

/** A table with more indexes than most queries need. */
final class ManyIndexes implements DesignRule {

  private static final int MANY = 12;

  @Override
  public String id() {
    return "many-indexes";
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
    return schema
        .tables()
        .filter(table -> schema.accesses(table).size() >= MANY)
        .map(
            table ->
                Flaw.of(
                    table.ref(),
                    "table "
                        + table.ref().display()
                        + " has "
                        + schema.accesses(table).size()
                        + " indexes",
                    "Every insert writes all of them, and so does every update that changes an"
                        + " indexed column.",
                    "Look in pg_stat_user_indexes which of them are never used."));
  }
}
