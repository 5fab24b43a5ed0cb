package dev.annals.judge.design;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.Property;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A yes or no kept as text or number. */
final class BooleanInText implements DesignRule {

  private static final Set<String> STARTS = Set.of("is", "has");

  @Override
  public String id() {
    return "boolean-in-text";
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
        .filter(column -> !schema.type(column).equals("boolean") && isFlag(column, schema))
        .map(
            column ->
                Flaw.of(
                        column.ref(),
                        "column "
                            + column.ref().display()
                            + " keeps yes or no as "
                            + schema.type(column),
                        "Y, y, yes, 1 and true are different to the server, and so are the programs that ask for"
                            + " them.",
                        "Use boolean: ALTER COLUMN … TYPE boolean USING …"
                            + " = the value that stands for yes.")
                    .because(Property.TYPE)
                    .doubtfulIf(
                        Types.isInteger(schema.type(column)) && schema.checks(column).isEmpty()));
  }

  private static boolean isFlag(Column column, Blueprint schema) {
    String type = schema.type(column);
    boolean holds = Types.isText(type) || type.equals("smallint") || type.equals("integer");
    List<String> words = Wording.words(column.name());
    boolean named = words.size() > 1 && STARTS.contains(words.get(0)) && !words.contains("id");
    return holds
        && !schema.inForeignKey(column)
        && (named || schema.checks(column).stream().anyMatch(check -> isPair(check.expression())));
  }

  private static boolean isPair(String condition) {
    String bare = condition.replaceAll("::[a-z ]+(\\[\\])?", "").replaceAll("[()]", "");
    return bare.matches(
        "(?i)\"?[\\w$]+\"? = ANY ARRAY\\[('Y', 'N'|'N', 'Y'|'T', 'F'|'F', 'T'|0, 1|1, 0|'yes', 'no'|'true', 'false')\\]");
  }
}
