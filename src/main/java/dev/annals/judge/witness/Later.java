package dev.annals.judge.witness;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the tables of a schema are asked for after a change and were not before: rows that have it
 * already are refused for nothing but the change that is asked about.
 */
final class Later {

  private final Rows rows;
  private final Schema after;

  Later(Rows rows, Schema after) {
    this.rows = rows;
    this.after = after;
  }

  /** Values for columns that have to have one, and did not have to. */
  Map<String, String> values(ObjectRef table) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Column column : rows.columns(table)) {
      boolean later =
          after
              .column(table.schema(), table.name(), column.name())
              .filter(now -> !now.nullable() && now.defaultValue().isEmpty())
              .filter(now -> now.identity().isEmpty() && now.generated().isEmpty())
              .filter(now -> column.nullable() || !column.defaultValue().isEmpty())
              .isPresent();
      if (later && column.generated().isEmpty()) {
        values.put(column.name(), rows.values(column).get(0));
      }
    }
    return values;
  }

  /** References that are new, between columns that are not. */
  List<ForeignKey> references(ObjectRef table) {
    Schema before = rows.schema();
    return after.foreignKeys(table.schema(), table.name()).stream()
        .filter(key -> before.find(key.ref()).isEmpty())
        .filter(key -> there(table, key.columns()))
        .filter(
            key ->
                there(ObjectRef.table(key.targetSchema(), key.targetTable()), key.targetColumns()))
        .toList();
  }

  private boolean there(ObjectRef table, List<String> columns) {
    return columns.stream()
        .allMatch(name -> rows.schema().column(table.schema(), table.name(), name).isPresent());
  }
}
