package dev.annals.judge.diff;

import dev.annals.model.schema.EnumValue;
import dev.annals.model.schema.Grant;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Operator;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.SchemaObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which names of the schema before are which names of the schema after. It answers where an object
 * is to be expected when only what holds it was renamed.
 */
final class Renames {

  /**
   * A name in a name space.
   *
   * @param schema the name space
   * @param name the relation, type, routine or {@code table.column}
   */
  record Owner(String schema, String name) {}

  private final Map<String, String> namespaces = new HashMap<>();
  private final Map<String, String> publications = new HashMap<>();
  private final Map<Owner, Owner> owners = new HashMap<>();
  private final Set<Owner> newOwners = new HashSet<>();
  private final Map<String, Set<String>> words = new TreeMap<>();
  private final Set<String> movedNames = new HashSet<>();
  private final Set<String> movedSchemas = new HashSet<>();

  /** True where nothing was renamed or moved. */
  boolean isEmpty() {
    return words.isEmpty() && movedNames.isEmpty();
  }

  /** Old words with the new words that may stand in their place. */
  Map<String, Set<String>> words() {
    return words;
  }

  /** True where the word can be a qualifier that a move has changed. */
  boolean isQualifier(String schema, String name) {
    return movedSchemas.contains(schema) && movedNames.contains(name);
  }

  /** True where the object's owner, before or after, is not what its name says. */
  boolean concerns(SchemaObject before) {
    Owner owner = ownerOf(before);
    return owners.containsKey(owner)
        || newOwners.contains(owner)
        || namespaces.containsKey(owner.schema());
  }

  /** Notes that two objects are the same one, under whatever names. */
  void note(SchemaObject before, SchemaObject after) {
    ObjectRef from = before.ref();
    ObjectRef to = after.ref();
    if (from.equals(to)) {
      return;
    }
    if (isOfDatabase(from)) {
      if (from.kind() == ObjectKind.PUBLICATION) {
        publications.put(from.name(), to.name());
      }
      return;
    }
    if (from.kind() == ObjectKind.SCHEMA) {
      namespaces.put(from.name(), to.name());
      // A grant on a name space lives in none.
      noteOwner(new Owner("", from.name()), new Owner("", to.name()));
    }
    if (isOwner(from)) {
      noteOwner(new Owner(from.schema(), path(from)), new Owner(to.schema(), path(to)));
    }
    noteWord(word(before), word(after));
    if (from.parent().isEmpty() && !from.schema().equals(to.schema())) {
      movedSchemas.add(from.schema());
      movedSchemas.add(to.schema());
      movedNames.add(word(before));
      movedNames.add(word(after));
    }
  }

  /** True for what can have parts or grants of its own. */
  static boolean isOwner(ObjectRef ref) {
    return ref.kind() == ObjectKind.COLUMN
        || (ref.parent().isEmpty() && ref.kind() != ObjectKind.GRANT && !isOfDatabase(ref));
  }

  /** True for what lives in no name space and shares its names with nothing else. */
  private static boolean isOfDatabase(ObjectRef ref) {
    return switch (ref.kind()) {
      case PUBLICATION, EVENT_TRIGGER, CAST -> true;
      default -> false;
    };
  }

  private void noteOwner(Owner from, Owner to) {
    owners.put(from, to);
    newOwners.add(to);
  }

  private void noteWord(String from, String to) {
    if (!from.equals(to)) {
      words.computeIfAbsent(from, key -> new TreeSet<>()).add(to);
    }
  }

  /** Where the object would be if nothing but its owners had been renamed. */
  ObjectRef expected(SchemaObject before) {
    ObjectRef ref = plain(before.ref());
    if (ref.parent().isEmpty()) {
      String schema = namespaces.getOrDefault(ref.schema(), ref.schema());
      return schema.equals(ref.schema()) || ref.kind() == ObjectKind.SCHEMA
          ? ref
          : new ObjectRef(ref.kind(), schema, "", ref.name());
    }
    Owner owner = now(new Owner(ref.schema(), ref.parent()), ref.kind() == ObjectKind.GRANT);
    String name =
        ref.kind() == ObjectKind.PUBLISHED_TABLE
            ? publications.getOrDefault(ref.name(), ref.name())
            : ref.name();
    return new ObjectRef(ref.kind(), owner.schema(), owner.name(), name);
  }

  private Owner now(Owner owner, boolean dotted) {
    Owner known = owners.get(owner);
    if (known != null) {
      return known;
    }
    int dot = owner.name().lastIndexOf('.');
    if (dotted && dot > 0) {
      Owner table = now(new Owner(owner.schema(), owner.name().substring(0, dot)), false);
      return new Owner(table.schema(), table.name() + owner.name().substring(dot));
    }
    return new Owner(namespaces.getOrDefault(owner.schema(), owner.schema()), owner.name());
  }

  /** The relation, type or routine that an object hangs on; itself where it stands alone. */
  static Owner ownerOf(SchemaObject object) {
    if (object instanceof Grant grant && grant.on() == ObjectKind.COLUMN) {
      String path = unquoted(grant.object());
      return new Owner(grant.schema(), path.substring(0, Math.max(0, path.lastIndexOf('.'))));
    }
    if (object instanceof Grant grant && grant.on() == ObjectKind.SCHEMA) {
      return new Owner(grant.object(), grant.object());
    }
    ObjectRef ref = plain(object.ref());
    return new Owner(ref.schema(), ref.owner());
  }

  /** An address without the quotes that a grant puts around odd names. */
  static ObjectRef plain(ObjectRef ref) {
    return ref.kind() == ObjectKind.GRANT
        ? new ObjectRef(ref.kind(), ref.schema(), unquoted(ref.parent()), ref.name())
        : ref;
  }

  /** A path of names without the quotes around odd ones. */
  static String unquoted(String path) {
    return path.indexOf('"') < 0 ? path : path.replaceAll("\"((?:[^\"]|\"\")*+)\"", "$1");
  }

  /** The name by which a grant would call the object: {@code orders}, {@code orders.total}. */
  static String path(ObjectRef ref) {
    return ref.parent().isEmpty() ? ref.name() : ref.parent() + "." + ref.name();
  }

  private static String word(SchemaObject object) {
    if (object instanceof Routine routine) {
      return routine.name();
    }
    if (object instanceof Operator operator) {
      return operator.name();
    }
    return object instanceof EnumValue value ? "'" + value.name() : object.ref().name();
  }
}
