package dev.annals.judge.design;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.Property;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A date kept as text. */
final class DateInText implements DesignRule {

  private static final Set<String> ENDS =
      Set.of("date", "datetime", "timestamp", "birthday", "birthdate", "dob");
  private static final Set<String> VERBS = Set.of("at", "on");

  @Override
  public String id() {
    return "date-in-text";
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
        .filter(column -> Types.isText(schema.type(column)) && isDate(column))
        .map(
            column ->
                Flaw.of(
                        column.ref(),
                        "column " + column.ref().display() + " keeps a date as text",
                        "It takes 31 February and five ways of writing the same day; sorting, comparing and counting"
                            + " days first need a conversion that fails on the worst row.",
                        "Use date or timestamptz; convert with USING and to_date.")
                    .because(Property.TYPE));
  }

  private static boolean isDate(Column column) {
    List<String> words = Wording.words(column.name());
    String last = Wording.last(column.name());
    return ENDS.contains(last)
        || (words.size() > 1 && VERBS.contains(last) && words.get(words.size() - 2).endsWith("ed"));
  }
}
