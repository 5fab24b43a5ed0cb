package dev.annals.judge.design;

import dev.annals.model.schema.Property;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.stream.Stream;

/** A column of the type money. */
final class MoneyType implements DesignRule {

  @Override
  public String id() {
    return "money-type";
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
        .filter(column -> schema.type(column).equals("money"))
        .map(
            column ->
                Flaw.of(
                        column.ref(),
                        "column " + column.ref().display() + " is of type money",
                        "It knows no currency: how many decimals it keeps and how it is read and"
                            + " printed depends on the lc_monetary of each session.",
                        "Use numeric, with the currency in a column of its own where there is more"
                            + " than one.")
                    .because(Property.TYPE));
  }
}
