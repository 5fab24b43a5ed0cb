package dev.annals.model.schema;

/**
 * An enumerated type; its labels are {@link EnumValue} objects.
 *
 * @param schema the name space it lives in
 * @param name its name
 * @param comment its comment; empty where there is none
 */
public record EnumType(String schema, String name, String comment) implements SchemaObject {

  @Override
  public ObjectRef ref() {
    return ObjectRef.of(ObjectKind.ENUM, schema, name);
  }

  @Override
  public Properties properties() {
    return Properties.builder().and(Property.COMMENT, comment).build();
  }
}
