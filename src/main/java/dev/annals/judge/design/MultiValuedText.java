package dev.annals.judge.design;

import dev.annals.model.schema.Property;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.Set;
import java.util.stream.Stream;

/** Several values in one text. */
final class MultiValuedText implements DesignRule {

  private static final Set<String> PLURALS =
      Set.of(
          "ids",
          "tags",
          "emails",
          "phones",
          "keywords",
          "categories",
          "roles",
          "codes",
          "labels",
          "urls",
          "list",
          "csv",
          "permissions",
          "authors",
          "recipients",
          "addresses",
          "values");

  @Override
  public String id() {
    return "multi-valued-text";
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
        .filter(column -> Types.isText(schema.type(column)) && column.generated().isEmpty())
        .filter(column -> PLURALS.contains(Wording.last(column.name())))
        .map(
            column ->
                Flaw.of(
                        column.ref(),
                        "column "
                            + column.ref().display()
                            + " seems to keep several values in one text",
                        "One of them can be found by searching all texts only, none can be a"
                            + " foreign key, and the separator will one day be part of a value.",
                        "Give them rows in a table of their own, or use an array (text[]) or jsonb.")
                    .because(Property.TYPE)
                    .doubtfulIf(Wording.words(column.name()).contains("url")));
  }
}
