package dev.annals.judge.design;

import dev.annals.model.schema.Property;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.Set;
import java.util.stream.Stream;

/** Money in a type that cannot hold a cent. */
final class FloatMoney implements DesignRule {

  private static final Set<String> MONEY =
      Set.of(
          "price",
          "cents",
          "amount",
          "cost",
          "costs",
          "fee",
          "fees",
          "salary",
          "wage",
          "balance",
          "tax",
          "discount",
          "revenue",
          "payment",
          "subtotal",
          "vat",
          "money",
          "budget",
          "charge",
          "refund");
  private static final Set<String> OTHER =
      Set.of("rate", "percent", "percentage", "pct", "ratio", "factor", "share", "weight", "count");

  @Override
  public String id() {
    return "float-money";
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
        .filter(column -> Types.isFloat(schema.type(column)))
        .filter(column -> Wording.has(column.name(), MONEY) && !Wording.has(column.name(), OTHER))
        .map(
            column ->
                Flaw.of(
                        column.ref(),
                        "column "
                            + column.ref().display()
                            + " is "
                            + schema.type(column)
                            + " and looks like money",
                        "0.1 is not a number that it can hold: sums are off by fractions of a cent,"
                            + " differently in every order of adding, and comparisons fail.",
                        "Use numeric with the decimals of the currency, or whole cents in a"
                            + " bigint.")
                    .because(Property.TYPE));
  }
}
