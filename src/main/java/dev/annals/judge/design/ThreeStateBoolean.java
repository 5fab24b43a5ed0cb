package dev.annals.judge.design;

import dev.annals.model.schema.Property;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.stream.Stream;

/** A yes or no that can be neither. */
final class ThreeStateBoolean implements DesignRule {

  @Override
  public String id() {
    return "three-state-boolean";
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
        .columns()
        .filter(
            column ->
                column.nullable()
                    && schema.type(column).equals("boolean")
                    && column.generated().isEmpty())
        .map(
            column ->
                Flaw.of(
                        column.ref(),
                        "column " + column.ref().display() + " can be true, false or unknown",
                        "Both WHERE "
                            + column.name()
                            + " and WHERE NOT "
                            + column.name()
                            + " leave the rows out that hold"
                            + " neither.",
                        "Set it NOT NULL with a default; if there are three answers, give them names.")
                    .because(Property.TYPE));
  }
}
