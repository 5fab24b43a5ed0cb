package dev.annals.judge.design;

import dev.annals.model.schema.Property;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.stream.Stream;

/** A default that was now, once. */
final class FrozenDefault implements DesignRule {

  @Override
  public String id() {
    return "frozen-default";
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
        .columns()
        .filter(
            column ->
                column.defaultValue().matches("'(20[0-8]\\d)-\\d\\d-\\d\\d.*'::(timestamp|date).*"))
        .filter(column -> column.defaultValue().matches(".*[1-9]'::.*|.*\\.\\d+.*"))
        .map(
            column ->
                Flaw.of(
                        column.ref(),
                        "the default of column "
                            + column.ref().display()
                            + " is one and the same moment for ever",
                        "A default of 'now' is worked out when it is declared: every row gets the"
                            + " day of the migration.",
                        "ALTER TABLE … ALTER COLUMN "
                            + Wording.sql(column.name())
                            + " SET DEFAULT now();")
                    .because(Property.DEFAULT));
  }
}
