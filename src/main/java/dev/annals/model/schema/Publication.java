package dev.annals.model.schema;

import java.util.List;
import java.util.stream.Stream;

/**
 * A publication for logical replication: what other servers may subscribe to. The tables that it
 * lists are {@link PublishedTable}s.
 *
 * @param name its name
 * @param allTables every table is in it, those that come later, too
 * @param schemas name spaces of which every table is in it, sorted
 * @param publishes {@code insert}, {@code update}, {@code delete}, {@code truncate}
 * @param viaRoot what happens to partitions is sent as the partitioned table's
 * @param generated which generated columns are sent: {@code stored}; empty for none
 * @param owner the role that owns it
 * @param comment its comment; empty where there is none
 */
public record Publication(
    String name,
    boolean allTables,
    List<String> schemas,
    List<String> publishes,
    boolean viaRoot,
    String generated,
    String owner,
    String comment)
    implements SchemaObject {

  /** What a publication sends where nobody says otherwise. */
  public static final List<String> EVERYTHING = List.of("insert", "update", "delete", "truncate");

  public Publication {
    schemas = schemas.stream().sorted().toList();
    publishes = EVERYTHING.stream().filter(publishes::contains).toList();
  }

  /** True where a table is in it without being listed: as all are, or as all of its name space. */
  public boolean takes(Table table) {
    boolean sent =
        table.kind() != TableKind.FOREIGN && table.persistence() == Persistence.PERMANENT;
    return sent && (allTables || schemas.contains(table.schema()));
  }

  /** The tables that it lists, with columns and filters. */
  public Stream<PublishedTable> listed(Schema schema) {
    return schema.all(PublishedTable.class).filter(table -> table.publicationRef().equals(ref()));
  }

  @Override
  public ObjectRef ref() {
    return ObjectRef.of(ObjectKind.PUBLICATION, "", name);
  }

  @Override
  public Properties properties() {
    return Properties.builder()
        .and(Property.ALL_TABLES, allTables)
        .and(Property.SCHEMAS, schemas)
        .and(Property.PUBLISHES, publishes)
        .and(Property.VIA_ROOT, viaRoot)
        .and(Property.PUBLISHED_GENERATED, generated)
        .and(Property.OWNER, owner)
        .and(Property.COMMENT, comment)
        .build();
  }
}
