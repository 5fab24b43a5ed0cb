package dev.annals.judge.witness;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values of columns that are part of a key, for rows that others refer to: such a row is known by
 * the values that are referred to, and no two of them may be the same row.
 */
final class Distinct {

  private static final int MANY = 9000;
  private static final int FAR = 11000;

  private final Schema schema;
  private final Map<ObjectRef, Set<String>> unique = new HashMap<>();

  Distinct(Schema schema) {
    this.schema = schema;
  }

  /**
   * A value of its own for each row.
   *
   * @param known the values that the row is referred to by; empty for a row that nobody refers to
   * @return empty where any value will do, and where none can be made up
   */
  Optional<String> value(Column column, Map<String, String> known) {
    if (known.isEmpty() || !isUnique(column)) {
      return Optional.empty();
    }
    String first = known.values().iterator().next().replace("'", "");
    boolean number = known.size() == 1 && first.matches("[1-9]\\d{0,3}");
    return value(
        column, number ? Integer.parseInt(first) : 1000 + Math.floorMod(known.hashCode(), MANY));
  }

  /** A value of a key that no row has which migrations insert. */
  Optional<String> rare(Column column, int variant) {
    return isUnique(column) ? foreign(column, variant) : Optional.empty();
  }

  /** A value that no row has which migrations insert: few count as far as that. */
  static Optional<String> foreign(Column column, int variant) {
    return value(column, FAR + variant);
  }

  private static Optional<String> value(Column column, int own) {
    String type = column.type().replaceFirst("\\(.*", "");
    return switch (type) {
      case "smallint", "integer", "bigint", "numeric" -> Optional.of(String.valueOf(own));
      case "uuid" -> Optional.of("'8f14e45f-ceea-467f-a0e6-%012d'".formatted(own));
      case "text", "character varying", "character" ->
          Optional.of(Sql.text(Digits.cut(column.type(), String.valueOf(own))));
      default -> Optional.empty();
    };
  }

  private boolean isUnique(Column column) {
    return unique
        .computeIfAbsent(
            ObjectRef.table(column.schema(), column.relation()), table -> keyed(schema, table))
        .contains(column.name());
  }

  /** The columns of a table that are part of a key, or of an expression of one. */
  static Set<String> keyed(Schema schema, ObjectRef table) {
    Set<String> columns = new LinkedHashSet<>();
    for (Key key : schema.partsOf(table.schema(), table.name(), Key.class)) {
      columns.addAll(key.columns());
    }
    for (Index index : schema.partsOf(table.schema(), table.name(), Index.class)) {
      if (index.unique()) {
        for (Column column : schema.columns(table.schema(), table.name())) {
          if (index.keys().stream().anyMatch(key -> Sql.mentions(key, column.name()))) {
            columns.add(column.name());
          }
        }
      }
    }
    return columns;
  }
}
