package dev.annals.model.schema;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A foreign key.
 *
 * @param schema the name space it lives in
 * @param table the table it belongs to
 * @param name its name
 * @param columns the referencing columns, in order
 * @param targetSchema the name space of the referenced table
 * @param targetTable the referenced table
 * @param targetColumns the referenced columns, in the order of {@code columns}
 * @param onUpdate {@code NO ACTION}, {@code RESTRICT}, {@code CASCADE}, {@code SET NULL} or {@code
 *     SET DEFAULT}
 * @param onDelete likewise, with the columns where only some are set
 * @param match {@code SIMPLE}, {@code FULL}
 * @param deferrable empty, {@code DEFERRABLE} or {@code DEFERRABLE INITIALLY DEFERRED}
 * @param validated old rows were checked
 * @param enforced false for PostgreSQL 18 {@code NOT ENFORCED}
 * @param definition the server's own text of it, without its name
 * @param comment its comment; empty where there is none
 */
public record ForeignKey(
    String schema,
    String table,
    String name,
    List<String> columns,
    String targetSchema,
    String targetTable,
    List<String> targetColumns,
    String onUpdate,
    String onDelete,
    String match,
    String deferrable,
    boolean validated,
    boolean enforced,
    String definition,
    String comment)
    implements SchemaObject {

  private static final Pattern PERIOD = Pattern.compile("FOREIGN KEY \\([^()]+, PERIOD ");

  public ForeignKey {
    columns = List.copyOf(columns);
    targetColumns = List.copyOf(targetColumns);
  }

  @Override
  public ObjectRef ref() {
    return new ObjectRef(ObjectKind.FOREIGN_KEY, schema, table, name);
  }

  @Override
  public Properties properties() {
    return Properties.builder()
        .and(Property.COLUMNS, columns)
        .and(Property.REFERENCES, PERIOD.matcher(definition).lookingAt() ? during() : target())
        .and(Property.ON_UPDATE, onUpdate)
        .and(Property.ON_DELETE, onDelete)
        .and(Property.MATCH, match)
        .and(Property.DEFERRABLE, deferrable)
        .and(Property.VALIDATED, validated)
        .and(Property.ENFORCED, enforced)
        .and(Property.COMMENT, comment)
        .build();
  }

  /** The referenced columns: {@code public.customer (id)}. */
  public String target() {
    return Dotted.of(targetSchema, targetTable) + " (" + String.join(", ", targetColumns) + ")";
  }

  /** Of PostgreSQL 18: where the referenced rows have to be there all the time. */
  private String during() {
    String all = target();
    int last = all.length() - 1 - targetColumns.get(targetColumns.size() - 1).length();
    return all.substring(0, last) + "PERIOD " + all.substring(last);
  }
}
