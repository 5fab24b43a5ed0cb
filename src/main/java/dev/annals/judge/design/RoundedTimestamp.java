package dev.annals.judge.design;

import dev.annals.model.schema.Property;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.stream.Stream;

/** A moment rounded to whole seconds. */
final class RoundedTimestamp implements DesignRule {

  @Override
  public String id() {
    return "rounded-timestamp";
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
        .columns()
        .filter(column -> schema.type(column).startsWith("timestamp(0)"))
        .map(
            column ->
                Flaw.of(
                        column.ref(),
                        "column " + column.ref().display() + " is rounded to whole seconds",
                        "The server rounds and does not cut: half a second before midnight is stored as the next day,"
                            + " and a moment can lie in the future.",
                        "Keep the fractions, and cut with date_trunc where they are not wanted.")
                    .because(Property.TYPE));
  }
}
