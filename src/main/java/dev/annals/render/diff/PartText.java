package dev.annals.render.diff;

import dev.annals.ddl.ColumnSettings;
import dev.annals.ddl.PartDdl;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.View;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a relation and its parts are, in the words of SQL. */
final class PartText {

  /** Told otherwise, or of no concern to who uses a relation. */
  private static final Set<Property> ELSEWHERE =
      Set.of(
          Property.COMMENT,
          Property.OWNER,
          Property.DEFINITION,
          Property.UPDATABLE,
          Property.POPULATED,
          Property.PARTITION_OF);

  private PartText() {}

  /** A part, without its comment. */
  static String of(SchemaObject part) {
    if (part instanceof Column column) {
      return column(column);
    }
    if (part.ref().kind().isConstraint()) {
      return PartDdl.constraint(part);
    }
    return String.join(";\n", PartDdl.add(part));
  }

  private static String column(Column column) {
    return column.name()
        + " "
        + column.type()
        + (column.nullable() ? "" : " NOT NULL")
        + (column.defaultValue().isEmpty() ? "" : " DEFAULT " + column.defaultValue())
        + (column.identity().isEmpty() ? "" : " " + ColumnSettings.identity(column))
        + (column.generated().isEmpty() ? "" : " GENERATED " + column.generated());
  }

  /** What a view asks; empty for a table. */
  static String definition(SchemaObject relation) {
    return relation instanceof View view ? view.definition().strip() : "";
  }

  /** How the relation itself is set up, as far as that is not what all are. */
  static String settings(SchemaObject relation) {
    List<String> settings =
        relation.properties().values().entrySet().stream()
            .filter(entry -> !ELSEWHERE.contains(entry.getKey()))
            .filter(entry -> !isUsual(entry))
            .map(entry -> entry.getKey().label() + " " + entry.getValue())
            .toList();
    return settings.stream().collect(Collectors.joining("; "));
  }

  private static boolean isUsual(Map.Entry<Property, String> entry) {
    return Set.of("ordinary", "permanent", "table", "default", "").contains(entry.getValue());
  }
}
