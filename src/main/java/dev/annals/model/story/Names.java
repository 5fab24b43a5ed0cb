package dev.annals.model.story;

import dev.annals.model.Nearest;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The names under which a page may speak of what is in a schema now. */
public final class Names {

  private final Schema schema;
  private final SortedMap<String, SortedSet<ObjectRef>> known = new TreeMap<>();
  private final SortedMap<String, SortedSet<ObjectRef>> bare = new TreeMap<>();

  /** The names of a schema. */
  public Names(Schema schema) {
    this.schema = schema;
    for (SchemaObject object : schema.objects()) {
      if (hasPage(object.ref().kind())) {
        add(object);
      }
    }
  }

  private static boolean hasPage(ObjectKind kind) {
    return switch (kind) {
      case TABLE, VIEW, MATERIALIZED_VIEW, ENUM, DOMAIN, COMPOSITE, RANGE, ROUTINE, SEQUENCE ->
          true;
      default -> false;
    };
  }

  private void add(SchemaObject object) {
    ObjectRef ref = object.ref();
    put(known, ref.qualified(), ref);
    put(known, ref.display(), ref);
    put(bare, ref.name(), ref);
    ref.names().forEach(name -> put(bare, name, ref));
    if (object instanceof Routine routine) {
      ObjectRef plain = ObjectRef.of(ref.kind(), ref.schema(), routine.name());
      put(known, plain.qualified(), ref);
      put(known, plain.display(), ref);
      put(bare, routine.name(), ref);
    }
  }

  private static void put(SortedMap<String, SortedSet<ObjectRef>> map, String name, ObjectRef ref) {
    map.computeIfAbsent(name, key -> new TreeSet<>()).add(ref);
  }

  /** What a name means; a name without its name space is enough where only one thing has it. */
  public Optional<ObjectRef> object(String name) {
    if (known.containsKey(name)) {
      return Optional.of(known.get(name).first());
    }
    SortedSet<ObjectRef> alike = bare.getOrDefault(name, new TreeSet<>());
    return alike.size() == 1 ? Optional.of(alike.first()) : Optional.empty();
  }

  /** What {@code table.column} means. */
  public Optional<ObjectRef> part(String name) {
    for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
      String column = name.substring(dot + 1);
      Optional<ObjectRef> found =
          object(name.substring(0, dot)).flatMap(owner -> part(owner, column));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<ObjectRef> part(ObjectRef owner, String name) {
    ObjectKind kind =
        owner.kind() == ObjectKind.COMPOSITE ? ObjectKind.ATTRIBUTE : ObjectKind.COLUMN;
    return schema
        .find(new ObjectRef(kind, owner.schema(), owner.name(), name))
        .map(SchemaObject::ref);
  }

  /** {@code Did you mean "x"?}, or nothing. */
  public String suggestion(String name) {
    Optional<String> whole = Nearest.to(name, known.keySet());
    if (whole.isPresent()) {
      return "Did you mean \"" + whole.get() + "\"?";
    }
    int dot = name.lastIndexOf('.');
    Optional<ObjectRef> owner = dot < 0 ? Optional.empty() : object(name.substring(0, dot));
    Set<String> columns = new TreeSet<>();
    owner.ifPresent(
        ref ->
            schema
                .columns(ref.schema(), ref.name())
                .forEach(column -> columns.add(column.ref().display())));
    return Nearest.suggestion(name, columns);
  }
}
