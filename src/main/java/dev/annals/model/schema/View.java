package dev.annals.model.schema;

import java.util.List;
import java.util.SortedMap;

/**
 * A view or materialized view; its columns are {@link Column} objects.
 *
 * @param schema the name space it lives in
 * @param name its name
 * @param materialized true for a materialized view
 * @param definition the server's text of the query
 * @param options {@code security_barrier}, {@code security_invoker}, {@code check_option}, storage
 *     parameters
 * @param updatable rows can be inserted, updated and deleted through it
 * @param populated a materialized view that holds rows
 * @param uses the schema-qualified relations that it reads; not compared
 * @param owner the owning role; {@code current_user} for the one that migrates
 * @param comment its comment; empty where there is none
 */
public record View(
    String schema,
    String name,
    boolean materialized,
    String definition,
    SortedMap<String, String> options,
    boolean updatable,
    boolean populated,
    List<String> uses,
    String owner,
    String comment)
    implements SchemaObject {

  public View {
    options = Options.copy(options);
    uses = uses.stream().sorted().distinct().toList();
  }

  @Override
  public ObjectRef ref() {
    return ObjectRef.of(
        materialized ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW, schema, name);
  }

  @Override
  public Properties properties() {
    return Properties.builder()
        .and(Property.DEFINITION, definition)
        .and(Property.OPTIONS, options)
        .and(Property.UPDATABLE, updatable)
        .and(Property.POPULATED, populated)
        .and(Property.OWNER, owner)
        .and(Property.COMMENT, comment)
        .build();
  }
}
