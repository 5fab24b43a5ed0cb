package dev.annals.judge.design;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.Property;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A column of another type than its namesakes. */
final class TypeOutlier implements DesignRule {

  private static final Set<String> GENERAL =
      Set.of(
          "id",
          "value",
          "key",
          "type",
          "name",
          "code",
          "data",
          "status",
          "state",
          "version",
          "position",
          "number",
          "result",
          "payload",
          "content",
          "count",
          "size");

  @Override
  public String id() {
    return "type-outlier";
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
    Map<String, List<Column>> named = new TreeMap<>();
    schema
        .columns()
        .filter(column -> !GENERAL.contains(column.name()) && !schema.inForeignKey(column))
        .forEach(
            column -> named.computeIfAbsent(column.name(), key -> new ArrayList<>()).add(column));
    return named.values().stream()
        .filter(each -> each.size() > 3)
        .flatMap(each -> of(each, schema));
  }

  private static Stream<Flaw> of(List<Column> columns, Blueprint schema) {
    Map<String, List<Column>> types = new TreeMap<>();
    columns.forEach(
        column ->
            types.computeIfAbsent(bare(schema.type(column)), key -> new ArrayList<>()).add(column));
    Optional<Map.Entry<String, List<Column>>> usual =
        types.entrySet().stream()
            .filter(each -> each.getValue().size() * 4L >= columns.size() * 3L)
            .findFirst();
    return usual.stream()
        .flatMap(
            most ->
                columns.stream()
                    .filter(column -> !bare(schema.type(column)).equals(most.getKey()))
                    .filter(column -> !isLocal(schema.type(column), most.getKey()))
                    .map(
                        column ->
                            flaw(column, most.getKey(), most.getValue(), columns.size(), schema)));
  }

  /** A time without its zone among times with one: local-timestamp tells it. */
  private static boolean isLocal(String type, String usual) {
    return bare(type).equals("timestamp without time zone")
        && usual.equals("timestamp with time zone");
  }

  /** Lengths are no difference in kind. */
  private static String bare(String type) {
    return Types.isText(type) && !Types.isArray(type) ? "text" : type.replaceFirst("\\(.*?\\)", "");
  }

  private static Flaw flaw(
      Column column, String usual, List<Column> others, int all, Blueprint schema) {
    return Flaw.of(
            column.ref(),
            "column "
                + column.ref().display()
                + " is "
                + schema.type(column)
                + ", elsewhere it is "
                + usual,
            others.size()
                + " of "
                + all
                + " columns of this name are "
                + usual
                + ": comparing or joining it with them converts, or fails.",
            "Give it the type of the others, or the name of what it is.")
        .and(others.get(0).ref())
        .because(Property.TYPE);
  }
}
