package dev.annals.judge.design;

import dev.annals.model.schema.Property;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.stream.Stream;

/** A text that is filled up with blanks. */
final class PaddedChar implements DesignRule {

  @Override
  public String id() {
    return "padded-char";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public Confidence confidence() {
    return Confidence.HIGH;
  }

  @Override
  public Stream<Flaw> find(Blueprint schema) {
    return schema
        .columns()
        .filter(column -> Types.isPadded(schema.type(column)) && !column.type().equals("\"char\""))
        .map(
            column ->
                Flaw.of(
                        column.ref(),
                        "column "
                            + column.ref().display()
                            + " is filled up with blanks to "
                            + Math.max(1, Types.length(schema.type(column)))
                            + (Types.length(schema.type(column)) > 1
                                ? " characters"
                                : " character"),
                        "Blanks at the end are added on writing, ignored in some comparisons and kept in others; it is"
                            + " neither smaller nor faster than text.",
                        "Use text, with a check on its length where all values have the same.")
                    .because(Property.TYPE)
                    .doubtfulIf(Types.length(schema.type(column)) <= 3));
  }
}
