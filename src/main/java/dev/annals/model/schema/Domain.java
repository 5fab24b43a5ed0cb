package dev.annals.model.schema;

/**
 * A domain: a type with conditions, which are {@link DomainCheck} objects.
 *
 * @param schema the name space it lives in
 * @param name its name
 * @param baseType the type underneath
 * @param nullable whether it takes null
 * @param defaultValue empty where there is none
 * @param collation empty for the type's own
 * @param comment its comment; empty where there is none
 */
public record Domain(
    String schema,
    String name,
    String baseType,
    boolean nullable,
    String defaultValue,
    String collation,
    String comment)
    implements SchemaObject {

  @Override
  public ObjectRef ref() {
    return ObjectRef.of(ObjectKind.DOMAIN, schema, name);
  }

  @Override
  public Properties properties() {
    return Properties.builder()
        .and(Property.BASE_TYPE, baseType)
        .and(Property.NULLABLE, nullable)
        .and(Property.DEFAULT, defaultValue)
        .and(Property.COLLATION, collation)
        .and(Property.COMMENT, comment)
        .build();
  }
}
