package dev.annals.model.schema;

/**
 * An installed extension. What it brings is not listed object by object.
 *
 * @param name its name
 * @param schema the name space it lives in
 * @param version the installed version
 * @param comment its comment; empty where there is none
 */
public record Extension(String name, String schema, String version, String comment)
    implements SchemaObject {

  @Override
  public ObjectRef ref() {
    return ObjectRef.of(ObjectKind.EXTENSION, "", name);
  }

  @Override
  public Properties properties() {
    return Properties.builder()
        .and(Property.VERSION, version)
        .and(Property.IN_SCHEMA, schema)
        .and(Property.COMMENT, comment)
        .build();
  }
}
