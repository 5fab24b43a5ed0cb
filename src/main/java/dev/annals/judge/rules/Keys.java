package dev.annals.judge.rules;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.Exclusion;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.Schema;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Answers which keys and indexes a schema has on which columns. */
final class Keys {

  private Keys() {}

  /** True where the table had an index of any sort: whoever rewrites the table builds it again. */
  static boolean areOn(String schema, String table, ChangeContext context) {
    return !context.formerParts(schema, table, Key.class).isEmpty()
        || !context.formerParts(schema, table, Index.class).isEmpty()
        || !context.formerParts(schema, table, Exclusion.class).isEmpty();
  }

  /** True where a key or an index is on the column. */
  static boolean isIndexed(Column column, Schema schema) {
    return Stream.concat(
            schema.partsOf(column.schema(), column.relation(), Key.class).stream()
                .map(Key::columns),
            schema.partsOf(column.schema(), column.relation(), Index.class).stream()
                .map(Index::keys))
        .anyMatch(columns -> columns.contains(column.name()));
  }

  /** True where a foreign key is on the column, or refers to it. */
  static boolean isPartOfForeignKey(Column column, Schema schema) {
    return schema.all(ForeignKey.class).anyMatch(key -> isFrom(key, column) || isTo(key, column));
  }

  private static boolean isFrom(ForeignKey key, Column column) {
    return key.schema().equals(column.schema())
        && key.table().equals(column.relation())
        && key.columns().contains(column.name());
  }

  private static boolean isTo(ForeignKey key, Column column) {
    return key.targetSchema().equals(column.schema())
        && key.targetTable().equals(column.relation())
        && key.targetColumns().contains(column.name());
  }

  /** True where a primary key, a unique constraint or a unique index is on the column. */
  static boolean isPartOfUniqueKey(Column column, Schema schema) {
    return Stream.concat(
            schema.partsOf(column.schema(), column.relation(), Key.class).stream()
                .map(Key::columns),
            schema.partsOf(column.schema(), column.relation(), Index.class).stream()
                .filter(Index::unique)
                .map(Index::keys))
        .anyMatch(columns -> columns.contains(column.name()));
  }

  /** True for a whole, valid unique index on just these columns, in any order. */
  static boolean covers(Index index, List<String> columns) {
    return index.unique()
        && index.valid()
        && index.predicate().isEmpty()
        && Set.copyOf(index.keys()).equals(Set.copyOf(columns));
  }

  /** True for a key that is checked at once on just these columns, in any order. */
  static boolean covers(Key key, List<String> columns) {
    return key.deferrable().isEmpty() && Set.copyOf(key.columns()).equals(Set.copyOf(columns));
  }
}
