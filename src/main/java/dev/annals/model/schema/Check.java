package dev.annals.model.schema;

import java.util.List;

/**
 * A check constraint.
 *
 * @param schema the name space it lives in
 * @param table the table it belongs to
 * @param name its name
 * @param columns the columns that its expression reads
 * @param expression the server's text of the condition
 * @param validated old rows were checked
 * @param enforced false for PostgreSQL 18 {@code NOT ENFORCED}
 * @param noInherit children do not get it
 * @param comment its comment; empty where there is none
 */
public record Check(
    String schema,
    String table,
    String name,
    List<String> columns,
    String expression,
    boolean validated,
    boolean enforced,
    boolean noInherit,
    String comment)
    implements SchemaObject {

  public Check {
    columns = List.copyOf(columns);
  }

  @Override
  public ObjectRef ref() {
    return new ObjectRef(ObjectKind.CHECK, schema, table, name);
  }

  @Override
  public Properties properties() {
    return Properties.builder()
        .and(Property.EXPRESSION, expression)
        .and(Property.VALIDATED, validated)
        .and(Property.ENFORCED, enforced)
        .and(Property.NO_INHERIT, noInherit)
        .and(Property.COMMENT, comment)
        .build();
  }
}
