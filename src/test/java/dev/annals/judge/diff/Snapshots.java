package dev.annals.judge.diff;

import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Snapshot;
import java.util.LinkedHashMap;
import java.util.Map;

/** Builds a snapshot object by object. */
public final class Snapshots {

  private final Map<SchemaObject, Long> objects = new LinkedHashMap<>();

  /** An object with its identity. */
  public Snapshots with(long identity, SchemaObject object) {
    objects.put(object, identity);
    return this;
  }

  /** An object without an identity. */
  public Snapshots with(SchemaObject object) {
    return with(0, object);
  }

  /** The snapshot. */
  public Snapshot done() {
    return Snapshot.of(objects);
  }
}
