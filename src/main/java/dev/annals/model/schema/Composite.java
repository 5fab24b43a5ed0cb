package dev.annals.model.schema;

/**
 * A composite type; its parts are {@link Attribute} objects.
 *
 * @param schema the name space it lives in
 * @param name its name
 * @param comment its comment; empty where there is none
 */
public record Composite(String schema, String name, String comment) implements SchemaObject {

  @Override
  public ObjectRef ref() {
    return ObjectRef.of(ObjectKind.COMPOSITE, schema, name);
  }

  @Override
  public Properties properties() {
    return Properties.builder().and(Property.COMMENT, comment).build();
  }
}
