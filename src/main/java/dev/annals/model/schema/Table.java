package dev.annals.model.schema;

import java.util.List;
import java.util.SortedMap;

/**
 * A table, partitioned table, partition or foreign table.
 *
 * @param schema the name space it lives in
 * @param name its name
 * @param kind what sort of table
 * @param persistence whether it is logged
 * @param partitionKey how a partitioned table is divided: {@code RANGE (at)}
 * @param partitionOf a partition's parent, schema-qualified
 * @param partitionBound a partition's bound: {@code FOR VALUES FROM … TO …}
 * @param inherits parents by plain inheritance, schema-qualified
 * @param options storage parameters; of a foreign table, what its server is told, without what
 *     looks like a secret
 * @param tablespace empty for the default one
 * @param accessMethod empty for {@code heap}
 * @param server where the rows of a foreign table are; empty for any other
 * @param rowSecurity row-level security is enabled
 * @param forceRowSecurity row-level security holds for the owner, too
 * @param replicaIdentity empty for the default (the primary key)
 * @param owner the owning role; {@code current_user} for the one that migrates
 * @param comment its comment; empty where there is none
 */
public record Table(
    String schema,
    String name,
    TableKind kind,
    Persistence persistence,
    String partitionKey,
    String partitionOf,
    String partitionBound,
    List<String> inherits,
    SortedMap<String, String> options,
    String tablespace,
    String accessMethod,
    String server,
    boolean rowSecurity,
    boolean forceRowSecurity,
    String replicaIdentity,
    String owner,
    String comment)
    implements SchemaObject {

  public Table {
    inherits = List.copyOf(inherits);
    options = Options.copy(options);
  }

  /** A table whose rows are here. */
  public Table(
      String schema,
      String name,
      TableKind kind,
      Persistence persistence,
      String partitionKey,
      String partitionOf,
      String partitionBound,
      List<String> inherits,
      SortedMap<String, String> options,
      String tablespace,
      String accessMethod,
      boolean rowSecurity,
      boolean forceRowSecurity,
      String replicaIdentity,
      String owner,
      String comment) {
    this(
        schema,
        name,
        kind,
        persistence,
        partitionKey,
        partitionOf,
        partitionBound,
        inherits,
        options,
        tablespace,
        accessMethod,
        "",
        rowSecurity,
        forceRowSecurity,
        replicaIdentity,
        owner,
        comment);
  }

  /** True for a part of another table, even where it is divided itself. */
  public boolean isPartition() {
    return !partitionOf.isEmpty();
  }

  @Override
  public ObjectRef ref() {
    return ObjectRef.table(schema, name);
  }

  @Override
  public Properties properties() {
    return Properties.builder()
        .and(Property.KIND, kind.label())
        .and(Property.PERSISTENCE, persistence.label())
        .and(Property.PARTITION_KEY, partitionKey)
        .and(Property.PARTITION_OF, partitionOf)
        .and(Property.PARTITION_BOUND, partitionBound)
        .and(Property.INHERITS, inherits)
        .and(Property.OPTIONS, options)
        .and(Property.TABLESPACE, tablespace)
        .and(Property.ACCESS_METHOD, accessMethod)
        .and(Property.SERVER, server)
        .and(Property.ROW_SECURITY, rowSecurity)
        .and(Property.FORCE_ROW_SECURITY, forceRowSecurity)
        .and(Property.REPLICA_IDENTITY, replicaIdentity)
        .and(Property.OWNER, owner)
        .and(Property.COMMENT, comment)
        .build();
  }
}
