package dev.annals.judge.design;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.Sequence;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.stream.Stream;

/** A sequence that ends before its column does. */
final class NarrowSequence implements DesignRule {

  @Override
  public String id() {
    return "narrow-sequence";
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
        .schema()
        .all(Sequence.class)
        .filter(sequence -> !sequence.cycle() && !sequence.type().equals("bigint"))
        .flatMap(
            sequence ->
                schema
                    .columns()
                    .filter(column -> sequence.owner().filter(column.ref()::equals).isPresent())
                    .filter(column -> schema.type(column).equals("bigint"))
                    .map(column -> flaw(sequence, column)));
  }

  private static Flaw flaw(Sequence sequence, Column column) {
    return Flaw.of(
            sequence.ref(),
            "sequence "
                + sequence.ref().display()
                + " ends at "
                + Types.greatest(sequence.type())
                + ", though "
                + column.ref().display()
                + " is bigint",
            "The column was widened and its sequence was not: inserts fail at the old end as if"
                + " nothing had been done.",
            "ALTER SEQUENCE " + Wording.sql(sequence.ref()) + " AS bigint;")
        .and(column.ref());
  }
}
