package dev.annals.judge.design;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.Table;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A table whose rows are columns of another. */
final class EntityAttributeValue implements DesignRule {

  private static final Set<String> NAMES =
      Set.of(
          "attribute",
          "attribute_name",
          "attr",
          "attr_name",
          "key",
          "property",
          "property_name",
          "field",
          "field_name",
          "param_name",
          "setting",
          "name");

  @Override
  public String id() {
    return "entity-attribute-value";
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
        .tables()
        .filter(table -> schema.columns(table).size() <= 8)
        .flatMap(table -> flaw(table, schema).stream());
  }

  private static Optional<Flaw> flaw(Table table, Blueprint schema) {
    List<Column> columns = schema.columns(table);
    boolean owned = columns.stream().anyMatch(schema::inForeignKey);
    Optional<Column> name =
        columns.stream()
            .filter(column -> NAMES.contains(String.join("_", Wording.words(column.name()))))
            .filter(column -> Types.isText(schema.type(column)))
            .findFirst();
    Optional<Column> value =
        columns.stream()
            .filter(column -> Wording.words(column.name()).contains("value"))
            .filter(column -> Types.isText(schema.type(column)))
            .findFirst();
    if (!owned || name.isEmpty() || value.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Flaw.of(
                table.ref(),
                "table " + table.ref().display() + " keeps names and values of anything",
                "Every value is a text whatever it is, none can be required or refer to another"
                    + " table, and reading one thing joins as many rows as it has attributes.",
                "Make what all have a column, and put the rest into one jsonb column.")
            .and(name.get().ref())
            .and(value.get().ref())
            .doubtfulIf(Set.of("key", "name", "setting").contains(name.get().name())));
  }
}
