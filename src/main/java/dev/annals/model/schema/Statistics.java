package dev.annals.model.schema;

/**
 * Extended planner statistics.
 *
 * @param schema the name space it lives in
 * @param table the table it belongs to
 * @param name its name
 * @param definition the server's {@code CREATE STATISTICS}
 * @param comment its comment; empty where there is none
 */
public record Statistics(
    String schema, String table, String name, String definition, String comment)
    implements SchemaObject {

  @Override
  public ObjectRef ref() {
    return new ObjectRef(ObjectKind.STATISTICS, schema, table, name);
  }

  @Override
  public Properties properties() {
    return Properties.builder()
        .and(Property.DEFINITION, definition)
        .and(Property.COMMENT, comment)
        .build();
  }
}
