package dev.annals.judge.rules;

import dev.annals.model.schema.Check;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Whether a condition is only on what is new: who does not know a column leaves it empty, or as its
 * default has it, and meets no such condition.
 */
final class NewColumns {

  /** What is said where statements gave old rows a value in it. */
  static final String FILLED =
      "The migration fails if the values that statements before it gave make duplicates";

  /** The same of a reference. */
  static final String REFERRED =
      "The migration fails if a value that statements before it gave has no partner";

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

  /**
   * True where the same holds for an index; a column in an expression may come out of it as a
   * value.
   */
  static boolean keep(Index index, ChangeContext context) {
    return !index.nullsNotDistinct()
        && index.keys().stream()
            .anyMatch(key -> isNew(index.schema(), index.table(), key, NewColumns::empty, context));
  }

  /**
   * True where a reference holds a new column that is nothing by itself: who does not know it
   * refers to nothing, or meets the column's own verdict first.
   */
  static boolean keep(ForeignKey key, ChangeContext context) {
    return key.columns().stream()
        .anyMatch(name -> isNew(key.schema(), key.table(), name, NewColumns::bare, context));
  }

  /** True where a key holds a new column that numbers itself: no two rows are alike in it. */
  static boolean number(Key key, ChangeContext context) {
    return key.columns().stream()
        .anyMatch(
            name ->
                isNew(
                    key.schema(),
                    key.table(),
                    name,
                    column ->
                        !column.identity().isEmpty()
                            || column.defaultValue().startsWith("nextval("),
                    context));
  }

  /** True where statements on the way gave old rows of the table a value in one of the columns. */
  static boolean filled(String schema, String table, List<String> columns, ChangeContext context) {
    ObjectRef ref = ObjectRef.table(schema, table);
    Set<String> names = new HashSet<>(columns);
    return context.route().changingOldRows(ref).stream().anyMatch(stop -> stop.names(names));
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
    return column.nullable() && bare(column);
  }

  private static boolean bare(Column column) {
    return column.defaultValue().isEmpty()
        && column.generated().isEmpty()
        && column.identity().isEmpty();
  }

  private static boolean isNew(
      String schema, String table, String name, Predicate<Column> test, ChangeContext context) {
    return context
        .added(new ObjectRef(ObjectKind.COLUMN, schema, table, name))
        .filter(added -> test.test((Column) added))
        .isPresent();
  }
}
