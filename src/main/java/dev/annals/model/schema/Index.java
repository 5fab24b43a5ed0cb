package dev.annals.model.schema;

import java.util.List;
import java.util.SortedMap;

/**
 * An index that stands for itself; one that only backs a key or an exclusion is told by that
 * constraint.
 *
 * @param schema the name space it lives in
 * @param table the table or materialized view it belongs to
 * @param name its name
 * @param method {@code btree}, {@code gin}, …
 * @param unique rejects duplicates
 * @param keys key columns or expressions, each with operator class, collation and order where they
 *     are not the defaults
 * @param include columns that it merely carries
 * @param predicate the condition of a partial index; empty for a whole one
 * @param nullsNotDistinct two nulls are equal
 * @param valid false after a failed concurrent build
 * @param options storage parameters
 * @param tablespace empty for the default one
 * @param definition the server's {@code CREATE INDEX}
 * @param comment its comment; empty where there is none
 */
public record Index(
    String schema,
    String table,
    String name,
    String method,
    boolean unique,
    List<String> keys,
    List<String> include,
    String predicate,
    boolean nullsNotDistinct,
    boolean valid,
    SortedMap<String, String> options,
    String tablespace,
    String definition,
    String comment)
    implements SchemaObject {

  public Index {
    keys = List.copyOf(keys);
    include = List.copyOf(include);
    options = Options.copy(options);
  }

  @Override
  public ObjectRef ref() {
    return new ObjectRef(ObjectKind.INDEX, schema, table, name);
  }

  @Override
  public Properties properties() {
    return Properties.builder()
        .and(Property.METHOD, method)
        .and(Property.UNIQUE, unique)
        .and(Property.COLUMNS, keys)
        .and(Property.INCLUDE, include)
        .and(Property.PREDICATE, predicate)
        .and(Property.NULLS_NOT_DISTINCT, nullsNotDistinct)
        .and(Property.VALID, valid)
        .and(Property.OPTIONS, options)
        .and(Property.TABLESPACE, tablespace)
        .and(Property.COMMENT, comment)
        .build();
  }
}
