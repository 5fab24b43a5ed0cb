package dev.annals.model.schema;

import java.util.Optional;

/**
 * A sequence; those behind identity columns are told by the column.
 *
 * @param schema the name space it lives in
 * @param name its name
 * @param type {@code smallint}, {@code integer} or {@code bigint}
 * @param start first value, as text: it may exceed an int
 * @param minimum least value
 * @param maximum greatest value
 * @param increment step
 * @param cycle starts again at the end
 * @param cache values taken at once
 * @param ownedBy the column it belongs to, {@code schema.table.column}; empty where it is free
 * @param comment its comment; empty where there is none
 */
public record Sequence(
    String schema,
    String name,
    String type,
    String start,
    String minimum,
    String maximum,
    String increment,
    boolean cycle,
    String cache,
    String ownedBy,
    String comment)
    implements SchemaObject {

  /** That column. */
  public Optional<ObjectRef> owner() {
    return ownedBy.isEmpty() ? Optional.empty() : Optional.of(Dotted.column(ownedBy));
  }

  @Override
  public ObjectRef ref() {
    return ObjectRef.of(ObjectKind.SEQUENCE, schema, name);
  }

  @Override
  public Properties properties() {
    return Properties.builder()
        .and(Property.TYPE, type)
        .and(Property.START, start)
        .and(Property.MINIMUM, minimum)
        .and(Property.MAXIMUM, maximum)
        .and(Property.INCREMENT, increment)
        .and(Property.CYCLE, cycle)
        .and(Property.CACHE, cache)
        .and(Property.OWNED_BY, ownedBy)
        .and(Property.COMMENT, comment)
        .build();
  }
}
