package dev.annals.model.schema;

/**
 * A rewrite rule other than a view's own.
 *
 * @param schema the name space it lives in
 * @param table the table it belongs to
 * @param name its name
 * @param enabled {@code origin}, {@code disabled}, {@code replica} or {@code always}
 * @param definition the server's {@code CREATE RULE}
 * @param comment its comment; empty where there is none
 */
public record RewriteRule(
    String schema, String table, String name, String enabled, String definition, String comment)
    implements SchemaObject {

  @Override
  public ObjectRef ref() {
    return new ObjectRef(ObjectKind.REWRITE_RULE, schema, table, name);
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
