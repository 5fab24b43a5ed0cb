package dev.annals.model.schema;

/**
 * A column of a table, view or materialized view.
 *
 * @param schema the name space it lives in
 * @param relation the relation it belongs to
 * @param name its name
 * @param position its place, counted from 1 without dropped columns
 * @param type exact type, as the server formats it: {@code numeric(10,2)}
 * @param nullable whether it takes null
 * @param defaultValue the default's expression; empty where there is none
 * @param identity {@code ALWAYS} or {@code BY DEFAULT}; empty where it is none
 * @param generated {@code STORED (…)} or {@code VIRTUAL (…)} with the expression; empty where it is
 *     none
 * @param collation empty for the type's own
 * @param storage storage and compression where they differ from the type's own
 * @param comment its comment; empty where there is none
 */
public record Column(
    String schema,
    String relation,
    String name,
    int position,
    String type,
    boolean nullable,
    String defaultValue,
    String identity,
    String generated,
    String collation,
    String storage,
    String comment)
    implements SchemaObject {

  @Override
  public ObjectRef ref() {
    return new ObjectRef(ObjectKind.COLUMN, schema, relation, name);
  }

  @Override
  public Properties properties() {
    return Properties.builder()
        .and(Property.TYPE, type)
        .and(Property.NULLABLE, nullable)
        .and(Property.DEFAULT, defaultValue)
        .and(Property.IDENTITY, identity)
        .and(Property.GENERATED, generated)
        .and(Property.COLLATION, collation)
        .and(Property.STORAGE, storage)
        .and(Property.POSITION, Integer.toString(position))
        .and(Property.COMMENT, comment)
        .build();
  }
}
