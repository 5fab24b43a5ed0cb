package dev.annals.judge.reverse;

import static dev.annals.ddl.ColumnSettings.alter;

import dev.annals.ddl.ColumnSettings;
import dev.annals.ddl.PartDdl;
import dev.annals.model.schema.Column;

/** A column as the statements that make it again. */
final class ColumnDdl {

  private ColumnDdl() {}

  /**
   * Adds a column. Where it takes no null and has no default, that is said by a statement of its
   * own: rows that are there have no value for it.
   */
  static void add(Column column, Draft draft) {
    boolean filled =
        column.nullable()
            || !column.defaultValue().isEmpty()
            || !column.identity().isEmpty()
            || !column.generated().isEmpty();
    draft.add(Phase.COLUMNS_COME, PartDdl.add(filled ? column : nullable(column)));
    if (!filled) {
      draft.add(Phase.ALTER, alter(column, "SET NOT NULL"));
    }
    draft.add(Phase.ALTER, ColumnSettings.of(column));
  }

  private static Column nullable(Column c) {
    return new Column(
        c.schema(),
        c.relation(),
        c.name(),
        c.position(),
        c.type(),
        true,
        c.defaultValue(),
        c.identity(),
        c.counting(),
        c.generated(),
        c.collation(),
        c.storage(),
        c.options(),
        c.comment());
  }
}
