package dev.annals.model.schema;

/**
 * One label of an enumerated type.
 *
 * @param schema the name space it lives in
 * @param type the enumerated type
 * @param name the label
 * @param position its place in the order, counted from 1
 */
public record EnumValue(String schema, String type, String name, int position)
    implements SchemaObject {

  @Override
  public ObjectRef ref() {
    return new ObjectRef(ObjectKind.ENUM_VALUE, schema, type, name);
  }

  @Override
  public Properties properties() {
    return Properties.builder().and(Property.POSITION, Integer.toString(position)).build();
  }

  @Override
  public String comment() {
    return "";
  }
}
