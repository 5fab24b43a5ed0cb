package dev.annals.judge.design;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.Property;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A text that is filled up with blanks. */
final class PaddedChar implements DesignRule {

  private static final Set<Integer> DIGESTS = Set.of(32, 36, 40, 56, 64, 96, 128);

  @Override
  public String id() {
    return "padded-char";
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
        .tables()
        .map(table -> schema.columns(table).stream().filter(each -> isOne(each, schema)).toList())
        .filter(columns -> !columns.isEmpty())
        .map(columns -> flaw(columns, schema));
  }

  /** A UUID is told by the rule that knows better what to do with it. */
  private static boolean isOne(Column column, Blueprint schema) {
    return Types.isPadded(schema.type(column))
        && !column.type().equals("\"char\"")
        && !UuidInText.isUuid(column, schema);
  }

  private static Flaw flaw(List<Column> columns, Blueprint schema) {
    List<String> names =
        columns.stream()
            .map(
                column ->
                    column.ref().display()
                        + " ("
                        + Math.max(1, Types.length(schema.type(column)))
                        + ")")
            .toList();
    Flaw flaw =
        Flaw.of(
                columns.get(0).ref(),
                (names.size() == 1 ? "column " : "columns ")
                    + Wording.few(names)
                    + (names.size() == 1 ? " is" : " are")
                    + " filled up with blanks to a fixed length",
                "Blanks at the end are added on writing, ignored in some comparisons and kept in others; it is"
                    + " neither smaller nor faster than text.",
                "Use text, with a check on its length where all values have the same.")
            .because(Property.TYPE)
            .doubtfulIf(columns.stream().allMatch(column -> isFull(schema.type(column))));
    for (Column column : columns) {
      flaw = flaw.and(column.ref());
    }
    return flaw;
  }

  /** Codes of up to three letters, and digests: what is there fills it. */
  private static boolean isFull(String type) {
    int length = Types.length(type);
    return length <= 3 || DIGESTS.contains(length);
  }
}
