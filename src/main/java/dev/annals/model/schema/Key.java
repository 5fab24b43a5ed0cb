package dev.annals.model.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A primary key or a unique constraint.
 *
 * @param schema the name space it lives in
 * @param table the table it belongs to
 * @param name its name
 * @param primary true for the primary key
 * @param columns the key columns, in order
 * @param include columns that its index merely carries
 * @param nullsNotDistinct two nulls are equal
 * @param deferrable empty, {@code DEFERRABLE} or {@code DEFERRABLE INITIALLY DEFERRED}
 * @param options storage parameters of its index
 * @param tablespace where its index is; empty for the default one
 * @param definition the server's own text of it, without its name
 * @param comment its comment; empty where there is none
 */
public record Key(
    String schema,
    String table,
    String name,
    boolean primary,
    List<String> columns,
    List<String> include,
    boolean nullsNotDistinct,
    String deferrable,
    SortedMap<String, String> options,
    String tablespace,
    String definition,
    String comment)
    implements SchemaObject {

  private static final String WITHOUT_OVERLAPS = " WITHOUT OVERLAPS";

  public Key {
    columns = List.copyOf(columns);
    options = Options.copy(options);
    include = List.copyOf(include);
  }

  /** A key whose index is kept as usual. */
  public Key(
      String schema,
      String table,
      String name,
      boolean primary,
      List<String> columns,
      List<String> include,
      boolean nullsNotDistinct,
      String deferrable,
      String definition,
      String comment) {
    this(
        schema,
        table,
        name,
        primary,
        columns,
        include,
        nullsNotDistinct,
        deferrable,
        new TreeMap<>(),
        "",
        definition,
        comment);
  }

  @Override
  public ObjectRef ref() {
    return new ObjectRef(primary ? ObjectKind.PRIMARY_KEY : ObjectKind.UNIQUE, schema, table, name);
  }

  @Override
  public Properties properties() {
    return Properties.builder()
        .and(Property.COLUMNS, compared())
        .and(Property.INCLUDE, include)
        .and(Property.NULLS_NOT_DISTINCT, nullsNotDistinct)
        .and(Property.DEFERRABLE, deferrable)
        .and(Property.OPTIONS, options)
        .and(Property.TABLESPACE, tablespace)
        .and(Property.COMMENT, comment)
        .build();
  }

  /** The columns, and of a key of PostgreSQL 18 that its last one's periods must not overlap. */
  private List<String> compared() {
    if (!definition.contains(WITHOUT_OVERLAPS + ")")) {
      return columns;
    }
    List<String> all = new ArrayList<>(columns);
    all.set(all.size() - 1, all.get(all.size() - 1) + WITHOUT_OVERLAPS);
    return all;
  }
}
