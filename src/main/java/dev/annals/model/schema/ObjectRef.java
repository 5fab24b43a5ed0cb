package dev.annals.model.schema;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The address of an object in one schema: unique, and stable as long as nothing is renamed.
 *
 * @param kind what it is
 * @param schema the name space it lives in; empty for what lives in none (an extension)
 * @param parent the relation or type that it belongs to; empty where it stands for itself
 * @param name its own name; a routine's carries its argument types, as in {@code f(integer, text)}
 */
public record ObjectRef(ObjectKind kind, String schema, String parent, String name)
    implements Comparable<ObjectRef> {

  public ObjectRef {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(schema);
    Objects.requireNonNull(parent);
    Objects.requireNonNull(name);
  }

  /** The address of an object that stands for itself. */
  public static ObjectRef of(ObjectKind kind, String schema, String name) {
    return new ObjectRef(kind, schema, "", name);
  }

  /** The address of a table. */
  public static ObjectRef table(String schema, String name) {
    return of(ObjectKind.TABLE, schema, name);
  }

  /** The name of the relation or type at the top of this address: its parent, or itself. */
  public String owner() {
    return parent.isEmpty() ? name : parent;
  }

  /** The full dotted name: {@code public.orders.total}; see {@link Dotted}. */
  public String qualified() {
    return schema.isEmpty() || kind == ObjectKind.SCHEMA
        ? local()
        : Dotted.part(schema) + "." + local();
  }

  private String local() {
    return switch (kind) {
      // what these are called is no plain name
      case ROUTINE, OPERATOR, CAST, GRANT, DEFAULT_PRIVILEGE, SCHEMA, EXTENSION ->
          parent.isEmpty() ? name : parent + "." + name;
      default -> parent.isEmpty() ? Dotted.part(name) : Dotted.part(parent) + "." + name;
    };
  }

  /** The name that people use: without the {@code public} schema in front. */
  public String display() {
    if (kind == ObjectKind.CAST) {
      return name.replaceAll("(^| AS )public\\.", "$1");
    }
    return schema.equals("public") && kind != ObjectKind.SCHEMA ? local() : qualified();
  }

  /** All that people may call it, with and without quotation marks. */
  public Set<String> names() {
    String plain = parent.isEmpty() ? name : parent + "." + name;
    Set<String> names = new LinkedHashSet<>(List.of(display(), qualified()));
    names.add(schema.isEmpty() || kind == ObjectKind.SCHEMA ? plain : schema + "." + plain);
    if (schema.equals("public")) {
      names.add(plain);
    }
    return names;
  }

  /** By schema, then by what it belongs to, then by kind, then by name. */
  @Override
  public int compareTo(ObjectRef other) {
    int order = schema.compareTo(other.schema);
    order = order == 0 ? parent.compareTo(other.parent) : order;
    order = order == 0 ? kind.compareTo(other.kind) : order;
    return order == 0 ? name.compareTo(other.name) : order;
  }

  // written out: addresses are looked up everywhere, and what records do by themselves is slow

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof ObjectRef ref
            && name.equals(ref.name)
            && kind == ref.kind
            && parent.equals(ref.parent)
            && schema.equals(ref.schema));
  }

  @Override
  public int hashCode() {
    return ((kind.name().hashCode() * 31 + schema.hashCode()) * 31 + parent.hashCode()) * 31
        + name.hashCode();
  }

  @Override
  public String toString() {
    return kind.label() + " " + qualified();
  }
}
