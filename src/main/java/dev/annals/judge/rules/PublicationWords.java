package dev.annals.judge.rules;

import dev.annals.model.change.Change;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Publication;
import dev.annals.model.schema.PublishedTable;
import dev.annals.model.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/** How sentences speak of publications. */
final class PublicationWords {

  private PublicationWords() {}

  /** The publication, of itself or of a table in it. */
  static String of(SchemaObject object) {
    return "publication " + object.ref().name();
  }

  /** All tables of some name spaces. */
  static String allOf(List<String> schemas) {
    return "all tables of " + (schemas.size() == 1 ? "schema " : "schemas ") + Words.list(schemas);
  }

  /** A change of what a publication sends. */
  static Optional<Alteration<Publication>> scope(Change change) {
    return Facts.altered(
        change,
        Publication.class,
        Property.ALL_TABLES,
        Property.SCHEMAS,
        Property.PUBLISHES,
        Property.PUBLISHED_GENERATED);
  }

  /** What of it comes or goes: some items, where it is a list, else the fact itself. */
  static String scope(Property property, List<String> items) {
    return switch (property) {
      case ALL_TABLES -> "all tables";
      case SCHEMAS -> allOf(items);
      case PUBLISHED_GENERATED -> "generated columns";
      default -> Words.list(items);
    };
  }

  /** What the one list has and the other has not. */
  static List<String> without(String list, String other) {
    List<String> others = Alteration.items(other);
    return Alteration.items(list).stream().filter(item -> !others.contains(item)).toList();
  }

  /** The table: "table warehouse.bin". */
  static String table(PublishedTable table) {
    return "table " + table.tableRef().display();
  }
}
