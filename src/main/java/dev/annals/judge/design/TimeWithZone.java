package dev.annals.judge.design;

import dev.annals.model.schema.Property;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.stream.Stream;

/** A time of day with an offset and no day. */
final class TimeWithZone implements DesignRule {

  @Override
  public String id() {
    return "time-with-zone";
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
        .columns()
        .filter(
            column ->
                schema.type(column).matches("time.* with time zone")
                    && !Types.isMoment(schema.type(column)))
        .map(
            column ->
                Flaw.of(
                        column.ref(),
                        "column " + column.ref().display() + " is a time of day with a zone",
                        "An offset without a day says nothing where there is summer time: it is kept for half of the"
                            + " year only.",
                        "Use timestamptz for a moment, or time and the name of the zone for a time of day.")
                    .because(Property.TYPE));
  }
}
