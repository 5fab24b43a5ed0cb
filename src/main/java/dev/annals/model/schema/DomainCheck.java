package dev.annals.model.schema;

/**
 * A condition of a domain.
 *
 * @param schema the name space it lives in
 * @param domain the domain
 * @param name its name
 * @param expression the server's text of the condition
 * @param validated old rows were checked
 * @param comment its comment; empty where there is none
 */
public record DomainCheck(
    String schema, String domain, String name, String expression, boolean validated, String comment)
    implements SchemaObject {

  @Override
  public ObjectRef ref() {
    return new ObjectRef(ObjectKind.DOMAIN_CHECK, schema, domain, name);
  }

  @Override
  public Properties properties() {
    return Properties.builder()
        .and(Property.EXPRESSION, expression)
        .and(Property.VALIDATED, validated)
        .and(Property.COMMENT, comment)
        .build();
  }
}
