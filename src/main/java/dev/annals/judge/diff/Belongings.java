package dev.annals.judge.diff;

import dev.annals.judge.diff.Renames.Owner;
import dev.annals.model.schema.Check;
import dev.annals.model.schema.Exclusion;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Grant;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.PublishedTable;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What came or went as a part of something else: a new table is one fact, its columns and keys
 * belong to it.
 */
final class Belongings {

  private final Map<Owner, ObjectRef> holders = new HashMap<>();
  private final Map<String, ObjectRef> publications = new HashMap<>();
  private final Set<ObjectRef> owners = new HashSet<>();
  private final Map<Owner, Set<String>> droppedColumns = new HashMap<>();
  private final Schema schema;
  private final Map<ObjectRef, ObjectRef> partitions;

  private Belongings(
      List<SchemaObject> objects, Schema schema, Map<ObjectRef, ObjectRef> partitions) {
    this.schema = schema;
    this.partitions = partitions;
    for (SchemaObject object : objects) {
      ObjectRef ref = object.ref();
      if (ref.kind() == ObjectKind.PUBLICATION) {
        publications.put(ref.name(), ref);
      }
      if (Renames.isOwner(ref)) {
        holders.put(new Owner(ref.schema(), Renames.path(ref)), ref);
        owners.add(ref);
      }
    }
  }

  /**
   * For each new object that is a part of another new one, the outermost one that holds it. A table
   * that is no partition any more owns what it had from its parent.
   *
   * @param partitions tables that were attached or detached, by their address in {@code schema}, as
   *     they are called now
   */
  static Map<ObjectRef, ObjectRef> ofAdded(
      List<SchemaObject> objects, Schema schema, Map<ObjectRef, ObjectRef> partitions) {
    return new Belongings(objects, schema, partitions).resolve(objects);
  }

  /** Likewise for what is gone; a dropped column takes along what stood on it alone. */
  static Map<ObjectRef, ObjectRef> ofDropped(
      List<SchemaObject> objects, Schema schema, Map<ObjectRef, ObjectRef> partitions) {
    Belongings belongings = new Belongings(objects, schema, partitions);
    for (SchemaObject object : objects) {
      ObjectRef ref = object.ref();
      if (ref.kind() == ObjectKind.COLUMN) {
        belongings
            .droppedColumns
            .computeIfAbsent(new Owner(ref.schema(), ref.parent()), key -> new HashSet<>())
            .add(ref.name());
      }
    }
    return belongings.resolve(objects);
  }

  private Map<ObjectRef, ObjectRef> resolve(List<SchemaObject> objects) {
    Map<ObjectRef, ObjectRef> direct = new HashMap<>();
    for (SchemaObject object : objects) {
      ObjectRef holder = holder(object);
      if (holder != null) {
        direct.put(object.ref(), holder);
      }
    }
    Map<ObjectRef, ObjectRef> outermost = new HashMap<>();
    direct.forEach((part, holder) -> outermost.put(part, outermost(direct, holder)));
    return outermost;
  }

  private static ObjectRef outermost(Map<ObjectRef, ObjectRef> direct, ObjectRef start) {
    ObjectRef holder = start;
    while (direct.containsKey(holder)) {
      holder = direct.get(holder);
    }
    return holder;
  }

  private ObjectRef holder(SchemaObject object) {
    if (object instanceof Grant grant) {
      return grantHolder(grant);
    }
    if (object instanceof Sequence sequence && !sequence.ownedBy().isEmpty()) {
      ObjectRef column = sequence.owner().orElseThrow();
      ObjectRef table = ObjectRef.table(column.schema(), column.parent());
      return owners.contains(column) ? column : owners.contains(table) ? table : null;
    }
    ObjectRef ref = object.ref();
    if (ref.parent().isEmpty()) {
      return null;
    }
    ObjectRef table = ObjectRef.table(ref.schema(), ref.parent());
    boolean inherited = ref.kind().isConstraint() || ref.kind() == ObjectKind.INDEX;
    if (partitions.containsKey(table) && (inherited || ref.kind() == ObjectKind.TRIGGER)) {
      return partitions.get(table);
    }
    ObjectRef whole = holders.get(new Owner(ref.schema(), ref.parent()));
    if (whole == null && object instanceof PublishedTable listed) {
      return publications.get(listed.publication());
    }
    return whole != null || droppedColumns.isEmpty() ? whole : columnHolder(object);
  }

  private ObjectRef grantHolder(Grant grant) {
    ObjectRef holder = holders.get(new Owner(grant.schema(), Renames.unquoted(grant.object())));
    return holder != null ? holder : holders.get(Renames.ownerOf(grant));
  }

  private ObjectRef columnHolder(SchemaObject object) {
    ObjectRef ref = object.ref();
    Owner table = new Owner(ref.schema(), ref.parent());
    Set<String> dropped = droppedColumns.getOrDefault(table, Set.of());
    List<String> columns = dropped.isEmpty() ? List.of() : columns(object);
    if (columns.isEmpty() || !dropped.containsAll(columns)) {
      return null;
    }
    return holders.get(new Owner(ref.schema(), ref.parent() + "." + columns.get(0)));
  }

  private List<String> columns(SchemaObject object) {
    if (object instanceof Key key) {
      return key.columns();
    }
    if (object instanceof ForeignKey key) {
      return key.columns();
    }
    if (object instanceof Check check) {
      return check.columns();
    }
    if (object instanceof Exclusion exclusion) {
      return exclusion.columns();
    }
    return object instanceof Index index ? indexed(index) : List.of();
  }

  private List<String> indexed(Index index) {
    Set<String> words = new HashSet<>(index.include());
    for (String text : index.keys()) {
      words.add(text);
      words.addAll(SqlTokens.of(text));
    }
    words.addAll(SqlTokens.of(index.predicate()));
    List<String> columns = new ArrayList<>();
    for (SchemaObject column :
        Sorted.parts(schema, ObjectKind.COLUMN, index.schema(), index.table())) {
      if (words.contains(column.ref().name())) {
        columns.add(column.ref().name());
      }
    }
    return columns;
  }
}
