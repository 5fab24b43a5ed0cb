package dev.annals.judge.design;

import dev.annals.model.schema.Property;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.Set;
import java.util.stream.Stream;

/** A column of json that could be jsonb. */
final class JsonType implements DesignRule {

  private static final Set<String> KEPT =
      Set.of("raw", "original", "signed", "body", "source", "request", "response");

  @Override
  public String id() {
    return "json-type";
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
        .filter(column -> schema.type(column).equals("json"))
        .map(
            column ->
                Flaw.of(
                        column.ref(),
                        "column " + column.ref().display() + " is json, not jsonb",
                        "It is a text: it is parsed anew at every look, has no =, so that DISTINCT"
                            + " and UNION fail on it, and no index on its contents.",
                        "Use jsonb, unless the very text matters, with its order of keys and its"
                            + " blanks.")
                    .because(Property.TYPE)
                    .doubtfulIf(Wording.has(column.name(), KEPT)));
  }
}
