package dev.annals.model.schema;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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
 * @param counting how an identity counts where that is not the usual way: {@code start}, {@code
 *     minimum}, {@code maximum}, {@code increment}, {@code cycle} and {@code cache}, each to its
 *     text
 * @param generated {@code STORED (…)} or {@code VIRTUAL (…)} with the expression; empty where it is
 *     none
 * @param collation empty for the type's own
 * @param storage storage and compression where they differ from the type's own
 * @param options what is set for it alone: {@code statistics} (the target of {@code ANALYZE}),
 *     {@code n_distinct}, {@code n_distinct_inherited}; of a foreign table, what its server is told
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
    SortedMap<String, String> counting,
    String generated,
    String collation,
    String storage,
    SortedMap<String, String> options,
    String comment)
    implements SchemaObject {

  /** How the numbers of an identity are counted. */
  public static final List<Property> COUNTING =
      List.of(
          Property.START,
          Property.MINIMUM,
          Property.MAXIMUM,
          Property.INCREMENT,
          Property.CYCLE,
          Property.CACHE);

  public Column {
    counting = Options.copy(counting);
    options = Options.copy(options);
  }

  /** A column that counts as usual, and for which nothing is set. */
  public Column(
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
      String comment) {
    this(
        schema,
        relation,
        name,
        position,
        type,
        nullable,
        defaultValue,
        identity,
        new TreeMap<>(),
        generated,
        collation,
        storage,
        new TreeMap<>(),
        comment);
  }

  @Override
  public ObjectRef ref() {
    return new ObjectRef(ObjectKind.COLUMN, schema, relation, name);
  }

  @Override
  public Properties properties() {
    Properties.Builder facts = Properties.builder();
    for (Property property : COUNTING) {
      facts.and(property, counting.getOrDefault(property.label(), ""));
    }
    return facts
        .and(Property.TYPE, type)
        .and(Property.NULLABLE, nullable)
        .and(Property.DEFAULT, defaultValue)
        .and(Property.IDENTITY, identity)
        .and(Property.GENERATED, generated)
        .and(Property.COLLATION, collation)
        .and(Property.STORAGE, storage)
        .and(Property.OPTIONS, options)
        .and(Property.POSITION, Integer.toString(position))
        .and(Property.COMMENT, comment)
        .build();
  }
}
