package dev.annals.judge.rules;

import dev.annals.model.change.Change;
import dev.annals.model.schema.Check;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Key;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Whether a condition is only on what is new: who does not know a column leaves it empty, or as its
 * default has it, and meets no such condition.
 */
final class NewColumns {

  /** What is not satisfied by an unknown value. */
  private static final Pattern ABOUT_NULL =
      Pattern.compile(
          "(?i)\\b(null|coalesce|distinct|num_nulls|num_nonnulls|unknown|true|false)\\b");

  private NewColumns() {}

  /** True where a new column that stays empty makes every row of an old writer differ. */
  static boolean keep(Key key, ChangeContext context) {
    return !key.nullsNotDistinct()
        && key.columns().stream()
            .anyMatch(name -> isNew(key.schema(), key.table(), name, NewColumns::empty, context));
  }

  /** True where a check is on new columns alone, and passes for who does not know them. */
  static boolean keep(Check check, ChangeContext context) {
    List<String> columns = check.columns();
    boolean aboutNull = ABOUT_NULL.matcher(check.expression()).find();
    return !columns.isEmpty()
        && columns.stream()
            .allMatch(
                name ->
                    isNew(
                        check.schema(),
                        check.table(),
                        name,
                        column -> !column.defaultValue().isEmpty() || (empty(column) && !aboutNull),
                        context));
  }

  private static boolean empty(Column column) {
    return column.nullable()
        && column.defaultValue().isEmpty()
        && column.generated().isEmpty()
        && column.identity().isEmpty();
  }

  private static boolean isNew(
      String schema, String table, String name, Predicate<Column> test, ChangeContext context) {
    return context.any(
        Change.Added.class,
        added ->
            added.object() instanceof Column column
                && column.schema().equals(schema)
                && column.relation().equals(table)
                && column.name().equals(name)
                && test.test(column));
  }
}
