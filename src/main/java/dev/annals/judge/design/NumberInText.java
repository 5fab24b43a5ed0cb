package dev.annals.judge.design;

import dev.annals.model.schema.Property;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.Set;
import java.util.stream.Stream;

/** A number kept as text. */
final class NumberInText implements DesignRule {

  private static final Set<String> ENDS =
      Set.of(
          "count",
          "quantity",
          "qty",
          "amount",
          "price",
          "cost",
          "total",
          "age",
          "weight",
          "height",
          "width",
          "length",
          "percent",
          "percentage",
          "latitude",
          "longitude");

  @Override
  public String id() {
    return "number-in-text";
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
        .filter(
            column ->
                Types.isText(schema.type(column))
                    && ENDS.contains(Wording.last(column.name()))
                    && !schema.inForeignKey(column))
        .map(
            column ->
                Flaw.of(
                        column.ref(),
                        "column " + column.ref().display() + " keeps a number as text",
                        "10 sorts before 9, sums need a conversion, and 'n/a' is taken.",
                        "Use numeric or an integer type; where it is a code that is only compared, name it so.")
                    .because(Property.TYPE));
  }
}
