package dev.annals.extract.replay;

import dev.annals.model.schema.Exclusion;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the tables of a migration were called before it. A server's messages name a table as it is
 * called at that moment: one that was renamed a statement earlier is the old table, and a new one
 * that took its name is not.
 */
final class FormerNames {

  private final Snapshot before;
  private final Snapshot after;

  /** Tables after the migration to what they were before it; new ones are absent. */
  private final Map<ObjectRef, ObjectRef> former = new HashMap<>();

  /** Names that a new table has. */
  private final Set<String> taken = new HashSet<>();

  private final Map<String, List<ObjectRef>> indexes = new HashMap<>();
  private boolean read;

  FormerNames(Snapshot before, Snapshot after) {
    this.before = before;
    this.after = after;
  }

  /** Most migrations say nothing of work: both sides are only gone through for those that do. */
  private void read() {
    if (read) {
      return;
    }
    read = true;
    Map<Long, ObjectRef> known = new HashMap<>();
    List<SchemaObject> objects = before.schema().objects();
    for (int i = 0; i < objects.size(); i++) {
      ObjectRef ref = objects.get(i).ref();
      if (isTable(ref)) {
        known.put(before.identities().get(i), ref);
      }
    }
    List<SchemaObject> now = after.schema().objects();
    for (int i = 0; i < now.size(); i++) {
      SchemaObject object = now.get(i);
      ObjectRef ref = object.ref();
      if (isTable(ref)) {
        ObjectRef was = known.remove(after.identities().get(i));
        if (was == null) {
          taken.add(ref.name());
        } else {
          former.put(ref, was);
        }
      } else if (object instanceof Index || object instanceof Key || object instanceof Exclusion) {
        indexes.computeIfAbsent(ref.name(), name -> new ArrayList<>()).add(ref);
      }
    }
    // what is left was dropped; a view that was made again is still the view
    for (ObjectRef gone : known.values()) {
      boolean again =
          gone.kind() == ObjectKind.MATERIALIZED_VIEW && after.schema().find(gone).isPresent();
      if (again || !taken.contains(gone.name())) {
        former.putIfAbsent(gone, gone);
      }
    }
  }

  private static boolean isTable(ObjectRef ref) {
    return ref.kind() == ObjectKind.TABLE || ref.kind() == ObjectKind.MATERIALIZED_VIEW;
  }

  /** What a table was before the migration; nothing for one that is new. */
  Optional<ObjectRef> of(ObjectRef table) {
    read();
    return Optional.ofNullable(former.get(table));
  }

  /** The tables that a name may have meant while the migration ran, as they were called before. */
  List<ObjectRef> called(String name) {
    read();
    List<ObjectRef> found = new ArrayList<>();
    former.forEach(
        (now, was) -> {
          // which of two that had the name one after the other is meant, the server does not say
          boolean then = was.name().equals(name) && !taken.contains(name);
          if ((then || now.name().equals(name)) && !found.contains(was)) {
            found.add(was);
          }
        });
    return found;
  }

  /** The table of an index that was built, as it was called before. */
  List<ObjectRef> indexed(String index, String table) {
    read();
    List<ObjectRef> meant =
        indexes.getOrDefault(index, List.of()).stream()
            .filter(each -> each.owner().equals(table) || owner(each, table).isPresent())
            .toList();
    return meant.isEmpty()
        ? called(table)
        : meant.stream().flatMap(each -> owner(each, "").stream()).toList();
  }

  /** What the owner of an index was; of those of one former name alone, where one is given. */
  private Optional<ObjectRef> owner(ObjectRef index, String name) {
    return Stream.of(ObjectKind.TABLE, ObjectKind.MATERIALIZED_VIEW)
        .map(kind -> former.get(ObjectRef.of(kind, index.schema(), index.owner())))
        .filter(was -> was != null && (name.isEmpty() || was.name().equals(name)))
        .findFirst();
  }
}
