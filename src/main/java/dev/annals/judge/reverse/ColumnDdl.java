package dev.annals.judge.reverse;

import dev.annals.ddl.Names;
import dev.annals.ddl.PartDdl;
import dev.annals.model.schema.Column;
import java.util.ArrayList;
import java.util.List;

/** Single settings of a column as statements. */
final class ColumnDdl {

  private ColumnDdl() {}

  /** {@code ALTER TABLE … ALTER COLUMN …} with what is to be done. */
  static String alter(Column column, String what) {
    return "ALTER TABLE "
        + Names.name(column.schema(), column.relation())
        + " ALTER COLUMN "
        + Names.name(column.name())
        + " "
        + what;
  }

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
    draft.add(Phase.ALTER, storage(column));
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
        c.generated(),
        c.collation(),
        c.storage(),
        c.comment());
  }

  /** How values are kept, where that is said. */
  static List<String> storage(Column column) {
    List<String> statements = new ArrayList<>();
    for (String word : column.storage().split(" ")) {
      if (word.equals("pglz") || word.equals("lz4")) {
        statements.add(alter(column, "SET COMPRESSION " + word));
      } else if (!word.isEmpty()) {
        statements.add(alter(column, "SET STORAGE " + word));
      }
    }
    return statements;
  }
}
