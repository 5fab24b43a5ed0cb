package dev.annals.judge.design;

import dev.annals.model.schema.Property;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.stream.Stream;

/** A default that is the word null. */
final class NullTextDefault implements DesignRule {

  @Override
  public String id() {
    return "null-text-default";
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
        .filter(column -> column.defaultValue().matches("(?i)'(null|undefined)'(::.*)?"))
        .filter(column -> !schema.hasOwnType(column) && schema.checks(column).isEmpty())
        .map(
            column ->
                Flaw.of(
                        column.ref(),
                        "the default of column "
                            + column.ref().display()
                            + " is the text "
                            + column.defaultValue().replaceFirst("::.*", ""),
                        "It is a value like any other: IS NULL does not find it, and it is printed"
                            + " on letters.",
                        "ALTER TABLE … ALTER COLUMN "
                            + Wording.sql(column.name())
                            + " DROP DEFAULT; and set the rows that have it to null.")
                    .because(Property.DEFAULT));
  }
}
