package dev.annals.model.schema;

import java.util.List;

/**
 * A table that a publication lists. It belongs to the table, and goes with the publication.
 *
 * @param schema the name space of the table
 * @param table the table
 * @param publication the publication that lists it
 * @param columns the columns that are sent, in the table's order; empty for all
 * @param filter which rows are sent; empty for all
 */
public record PublishedTable(
    String schema, String table, String publication, List<String> columns, String filter)
    implements SchemaObject {

  public PublishedTable {
    columns = List.copyOf(columns);
  }

  @Override
  public ObjectRef ref() {
    return new ObjectRef(ObjectKind.PUBLISHED_TABLE, schema, table, publication);
  }

  /** The address of the table. */
  public ObjectRef tableRef() {
    return ObjectRef.table(schema, table);
  }

  /** The address of the publication. */
  public ObjectRef publicationRef() {
    return ObjectRef.of(ObjectKind.PUBLICATION, "", publication);
  }

  @Override
  public Properties properties() {
    return Properties.builder()
        .and(Property.COLUMNS, columns)
        .and(Property.ROW_FILTER, filter)
        .build();
  }

  @Override
  public String comment() {
    return "";
  }
}
