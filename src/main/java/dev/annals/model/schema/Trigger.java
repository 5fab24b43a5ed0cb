package dev.annals.model.schema;

/**
 * A trigger on a table or view.
 *
 * @param schema the name space it lives in
 * @param table the table it belongs to
 * @param name its name
 * @param function the schema-qualified routine it calls, with argument types
 * @param enabled {@code origin}, {@code disabled}, {@code replica} or {@code always}
 * @param definition the server's {@code CREATE TRIGGER}
 * @param comment its comment; empty where there is none
 */
public record Trigger(
    String schema,
    String table,
    String name,
    String function,
    String enabled,
    String definition,
    String comment)
    implements SchemaObject {

  @Override
  public ObjectRef ref() {
    return new ObjectRef(ObjectKind.TRIGGER, schema, table, name);
  }

  @Override
  public Properties properties() {
    return Properties.builder()
        .and(Property.DEFINITION, definition)
        .and(Property.ENABLED, enabled)
        .and(Property.COMMENT, comment)
        .build();
  }
}
