package dev.annals.judge.design;

import dev.annals.model.schema.Property;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.Set;
import java.util.stream.Stream;

/** JSON kept as text. */
final class JsonInText implements DesignRule {

  private static final Set<String> ENDS = Set.of("json", "jsonb");

  @Override
  public String id() {
    return "json-in-text";
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
                Types.isText(schema.type(column)) && ENDS.contains(Wording.last(column.name())))
        .map(
            column ->
                Flaw.of(
                        column.ref(),
                        "column " + column.ref().display() + " keeps JSON as text",
                        "Nobody checks that it is JSON, and nothing in it can be asked for without parsing it.",
                        "Use jsonb; where every blank matters, json.")
                    .because(Property.TYPE));
  }
}
