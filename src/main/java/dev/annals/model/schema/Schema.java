package dev.annals.model.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * The structure of one database at one moment: a flat, sorted list of objects joined by name. Two
 * schemas are equal when their objects are.
 */
public final class Schema {

  /** A database with nothing in it. */
  public static final Schema EMPTY = new Schema(List.of());

  private final List<SchemaObject> objects;
  private volatile Map<ObjectRef, SchemaObject> byRef;
  private volatile Map<String, List<SchemaObject>> byOwner;
  private volatile Map<Class<?>, List<SchemaObject>> bySort;

  private Schema(List<SchemaObject> sorted) {
    this.objects = sorted;
  }

  /**
   * A schema of these objects, in any order.
   *
   * @throws IllegalArgumentException if two of them have the same address
   */
  public static Schema of(Collection<? extends SchemaObject> objects) {
    Keyed[] keyed = new Keyed[objects.size()];
    int next = 0;
    for (SchemaObject object : objects) {
      keyed[next++] = new Keyed(object.ref(), object);
    }
    Arrays.sort(keyed, (a, b) -> a.ref.compareTo(b.ref));
    SchemaObject[] sorted = new SchemaObject[keyed.length];
    for (int i = 0; i < keyed.length; i++) {
      if (i > 0 && keyed[i].ref.equals(keyed[i - 1].ref)) {
        throw new IllegalArgumentException("two objects have the same address: " + keyed[i].ref);
      }
      sorted[i] = keyed[i].object;
    }
    return new Schema(Collections.unmodifiableList(Arrays.asList(sorted)));
  }

  /** A schema of objects that are sorted by their addresses already. */
  public static Schema of(SortedMap<ObjectRef, SchemaObject> objects) {
    return new Schema(List.copyOf(objects.values()));
  }

  /** A schema of objects that are in the order of their addresses, each of another one. */
  public static Schema ofSorted(List<SchemaObject> objects) {
    return new Schema(List.copyOf(objects));
  }

  private record Keyed(ObjectRef ref, SchemaObject object) {}

  /** All objects, in the order of their addresses. */
  public List<SchemaObject> objects() {
    return objects;
  }

  /** All objects of one sort, in order. */
  public <T extends SchemaObject> Stream<T> all(Class<T> type) {
    return sorts().getOrDefault(type, List.of()).stream().map(type::cast);
  }

  private Map<Class<?>, List<SchemaObject>> sorts() {
    Map<Class<?>, List<SchemaObject>> sorts = bySort;
    if (sorts == null) {
      sorts = new HashMap<>();
      for (SchemaObject object : objects) {
        sorts.computeIfAbsent(object.getClass(), key -> new ArrayList<>()).add(object);
      }
      bySort = sorts;
    }
    return sorts;
  }

  /** The object at an address. */
  public Optional<SchemaObject> find(ObjectRef ref) {
    return Optional.ofNullable(index().get(ref));
  }

  /** The table of that name. */
  public Optional<Table> table(String schema, String name) {
    return find(ObjectRef.table(schema, name)).map(Table.class::cast);
  }

  /** The table, view or materialized view of that name: they share one name space. */
  public Optional<SchemaObject> relation(String schema, String name) {
    return Stream.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW)
        .flatMap(kind -> find(ObjectRef.of(kind, schema, name)).stream())
        .findFirst();
  }

  /** The column of a relation. */
  public Optional<Column> column(String schema, String relation, String name) {
    return find(new ObjectRef(ObjectKind.COLUMN, schema, relation, name)).map(Column.class::cast);
  }

  /**
   * What belongs to a relation or type, of one sort, in order; columns, attributes and enum values
   * by their position.
   */
  public <T extends SchemaObject> List<T> partsOf(String schema, String owner, Class<T> type) {
    List<T> parts =
        owned().getOrDefault(schema + "\0" + owner, List.of()).stream()
            .filter(type::isInstance)
            .map(type::cast)
            .toList();
    if (type == Column.class || type == Attribute.class || type == EnumValue.class) {
      return parts.stream().sorted((a, b) -> Integer.compare(position(a), position(b))).toList();
    }
    return parts;
  }

  private static int position(SchemaObject object) {
    if (object instanceof Column column) {
      return column.position();
    }
    if (object instanceof Attribute attribute) {
      return attribute.position();
    }
    return object instanceof EnumValue value ? value.position() : 0;
  }

  /** The columns of a relation, by position. */
  public List<Column> columns(String schema, String relation) {
    return partsOf(schema, relation, Column.class);
  }

  /** The primary key of a table. */
  public Optional<Key> primaryKey(String schema, String table) {
    return partsOf(schema, table, Key.class).stream().filter(Key::primary).findFirst();
  }

  /** The foreign keys of a table. */
  public List<ForeignKey> foreignKeys(String schema, String table) {
    return partsOf(schema, table, ForeignKey.class);
  }

  private Map<ObjectRef, SchemaObject> index() {
    Map<ObjectRef, SchemaObject> index = byRef;
    if (index == null) {
      index = new HashMap<>(objects.size() * 2);
      for (SchemaObject object : objects) {
        index.put(object.ref(), object);
      }
      byRef = index;
    }
    return index;
  }

  private Map<String, List<SchemaObject>> owned() {
    Map<String, List<SchemaObject>> owned = byOwner;
    if (owned == null) {
      owned = new HashMap<>();
      for (SchemaObject object : objects) {
        ObjectRef ref = object.ref();
        if (!ref.parent().isEmpty()) {
          owned
              .computeIfAbsent(ref.schema() + "\0" + ref.parent(), key -> new ArrayList<>())
              .add(object);
        }
      }
      byOwner = owned;
    }
    return owned;
  }

  /**
   * Whether a row can be written before the one that it refers to by this key: that is checked at
   * the end, or one of the columns takes null at first.
   */
  public boolean canWait(ForeignKey key) {
    return !key.deferrable().isEmpty()
        || key.columns().stream()
            .anyMatch(
                name ->
                    column(key.schema(), key.table(), name)
                        .filter(column -> !column.nullable())
                        .isEmpty());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Schema schema && objects.equals(schema.objects);
  }

  @Override
  public int hashCode() {
    return objects.hashCode();
  }

  @Override
  public String toString() {
    return "Schema" + objects;
  }
}
