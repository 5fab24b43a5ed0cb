package dev.annals.model.schema;

import java.util.List;

/**
 * An exclusion constraint.
 *
 * @param schema the name space it lives in
 * @param table the table it belongs to
 * @param name its name
 * @param columns the columns that it reads
 * @param deferrable empty, {@code DEFERRABLE} or {@code DEFERRABLE INITIALLY DEFERRED}
 * @param definition the server's own text of it, without its name
 * @param comment its comment; empty where there is none
 */
public record Exclusion(
    String schema,
    String table,
    String name,
    List<String> columns,
    String deferrable,
    String definition,
    String comment)
    implements SchemaObject {

  public Exclusion {
    columns = List.copyOf(columns);
  }

  @Override
  public ObjectRef ref() {
    return new ObjectRef(ObjectKind.EXCLUSION, schema, table, name);
  }

  @Override
  public Properties properties() {
    return Properties.builder()
        .and(Property.DEFINITION, definition)
        .and(Property.DEFERRABLE, deferrable)
        .and(Property.COMMENT, comment)
        .build();
  }
}
