package dev.annals.model.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A schema with the identity of each object beside it. Identities tell a rename from a drop and an
 * add. They hold within one replay only, and are never written down.
 *
 * @param schema the structure
 * @param identities parallel to {@code schema.objects()}; 0 where the identity is not known
 */
public record Snapshot(Schema schema, List<Long> identities) {

  /** A database with nothing in it. */
  public static final Snapshot EMPTY = new Snapshot(Schema.EMPTY, List.of());

  public Snapshot {
    if (identities.size() != schema.objects().size()) {
      throw new IllegalArgumentException(
          "a snapshot of "
              + schema.objects().size()
              + " objects has "
              + identities.size()
              + " identities");
    }
    identities = Collections.unmodifiableList(identities);
  }

  /** A schema of which no identity is known: a live database, a file. */
  public static Snapshot of(Schema schema) {
    return new Snapshot(schema, Collections.nCopies(schema.objects().size(), 0L));
  }

  /** A snapshot of objects in any order, each with its identity. */
  public static Snapshot of(Map<? extends SchemaObject, Long> objects) {
    Schema schema = Schema.of(objects.keySet());
    List<Long> identities = new ArrayList<>(schema.objects().size());
    for (SchemaObject object : schema.objects()) {
      identities.add(objects.get(object));
    }
    return new Snapshot(schema, identities);
  }

  /** The identities by address. */
  public Map<ObjectRef, Long> byRef() {
    Map<ObjectRef, Long> map = new HashMap<>();
    for (int i = 0; i < identities.size(); i++) {
      map.put(schema.objects().get(i).ref(), identities.get(i));
    }
    return map;
  }
}
