package dev.annals.model.schema;

/**
 * A range type.
 *
 * @param schema the name space it lives in
 * @param name its name
 * @param subtype the type of its bounds
 * @param definition collation, operator class and functions where they are not the defaults
 * @param comment its comment; empty where there is none
 */
public record RangeType(
    String schema, String name, String subtype, String definition, String comment)
    implements SchemaObject {

  @Override
  public ObjectRef ref() {
    return ObjectRef.of(ObjectKind.RANGE, schema, name);
  }

  @Override
  public Properties properties() {
    return Properties.builder()
        .and(Property.SUBTYPE, subtype)
        .and(Property.DEFINITION, definition)
        .and(Property.COMMENT, comment)
        .build();
  }
}
