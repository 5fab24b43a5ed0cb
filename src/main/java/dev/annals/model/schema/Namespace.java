package dev.annals.model.schema;

/**
 * A name space ({@code CREATE SCHEMA}).
 *
 * @param name its name
 * @param comment its comment; empty where there is none
 */
public record Namespace(String name, String comment) implements SchemaObject {

  @Override
  public ObjectRef ref() {
    return ObjectRef.of(ObjectKind.SCHEMA, name, name);
  }

  @Override
  public Properties properties() {
    return Properties.builder().and(Property.COMMENT, comment).build();
  }
}
