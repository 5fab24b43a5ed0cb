package dev.annals.judge.design;

import dev.annals.model.schema.Column;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A reference to any of several tables. */
final class PolymorphicReference implements DesignRule {

  @Override
  public String id() {
    return "polymorphic-reference";
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
    Set<String> stems = new HashSet<>();
    schema
        .tables()
        .map(table -> table.name().toLowerCase(Locale.ROOT))
        .forEach(name -> stems.addAll(List.of(name, Wording.singular(name))));
    return schema
        .columns()
        .filter(column -> Wording.last(column.name()).equals("id") && !schema.inForeignKey(column))
        .filter(column -> !isOwnKey(column, schema) && !stems.contains(stem(column)))
        .flatMap(column -> of(column, schema).stream());
  }

  /** What is unique by itself, or is called like the table, names the row that it stands in. */
  private static boolean isOwnKey(Column id, Blueprint schema) {
    List<String> words = Wording.words(id.name());
    if (Wording.singular(Wording.last(id.relation()))
        .equals(words.get(Math.max(0, words.size() - 2)))) {
      return true;
    }
    return schema.table(id.ref()).map(schema::accesses).orElse(List.of()).stream()
        .anyMatch(access -> access.unique() && access.keys().equals(List.of(id.name())));
  }

  /** What a column names: {@code event_id} beside a table of events refers to those. */
  private static String stem(Column id) {
    return id.name().toLowerCase(Locale.ROOT).replaceFirst("_?id$", "");
  }

  private static Optional<Flaw> of(Column id, Blueprint schema) {
    List<String> words = Wording.words(id.name());
    String stem = String.join("_", words.subList(0, words.size() - 1));
    return schema.schema().columns(id.schema(), id.relation()).stream()
        .filter(column -> String.join("_", Wording.words(column.name())).equals(stem + "_type"))
        .filter(column -> !stem.isEmpty() && !schema.inForeignKey(column))
        .findFirst()
        .map(
            type ->
                Flaw.of(
                        id.ref(),
                        "column "
                            + id.ref().display()
                            + " refers to another table in each row, as "
                            + type.name()
                            + " says",
                        "No foreign key can hold it: what it refers to can be deleted, and joins"
                            + " need a case for each table.",
                        "Use one column and foreign key for each table, with a check that just one"
                            + " is filled: num_nonnulls(…) = 1.")
                    .and(type.ref()));
  }
}
