package dev.annals.model.schema;

/**
 * One part of a composite type.
 *
 * @param schema the name space it lives in
 * @param composite the composite type
 * @param name its name
 * @param position its place, counted from 1 without dropped ones
 * @param type exact type, as the server formats it
 * @param collation empty for the type's own
 * @param comment its comment; empty where there is none
 */
public record Attribute(
    String schema,
    String composite,
    String name,
    int position,
    String type,
    String collation,
    String comment)
    implements SchemaObject {

  @Override
  public ObjectRef ref() {
    return new ObjectRef(ObjectKind.ATTRIBUTE, schema, composite, name);
  }

  @Override
  public Properties properties() {
    return Properties.builder()
        .and(Property.TYPE, type)
        .and(Property.COLLATION, collation)
        .and(Property.POSITION, Integer.toString(position))
        .and(Property.COMMENT, comment)
        .build();
  }
}
