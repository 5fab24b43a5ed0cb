package dev.annals.extract.catalog.postgresql;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The structure as it was last read, unit by unit; what did not change stays the same instance. */
final class RecorderState {

  private final Map<String, Map<ObjectRef, CatalogRow>> units = new HashMap<>();
  private final Map<Long, CatalogRow> byIdentity = new HashMap<>();
  private final TreeMap<ObjectRef, SchemaObject> objects = new TreeMap<>();
  private final TreeMap<ObjectRef, Long> identities = new TreeMap<>();

  /** The object of an identity; null where there is none. */
  CatalogRow find(long identity) {
    return byIdentity.get(identity);
  }

  /** Removes everything, and says what it was. */
  Map<ObjectRef, CatalogRow> clear() {
    Map<ObjectRef, CatalogRow> former = new HashMap<>();
    List.copyOf(units.keySet()).forEach(unit -> former.putAll(forget(unit)));
    return former;
  }

  /** Removes a unit, and says what it held. */
  Map<ObjectRef, CatalogRow> forget(String unit) {
    Map<ObjectRef, CatalogRow> rows = units.remove(unit);
    if (rows == null) {
      return Map.of();
    }
    rows.values().forEach(this::remove);
    return rows;
  }

  /** Removes one object, wherever it is. */
  void forget(long identity) {
    CatalogRow row = byIdentity.get(identity);
    // what has no identity of its own (a grant) bears 0
    if (row != null && identity != 0) {
      Map<ObjectRef, CatalogRow> unit = units.get(row.unit());
      unit.remove(row.object().ref());
      remove(row);
    }
  }

  /** Adds an object. {@code former} is what its unit held before: an equal one is kept instead. */
  void add(CatalogRow row, Map<ObjectRef, CatalogRow> former) {
    CatalogRow kept = row;
    CatalogRow before = former.get(row.object().ref());
    if (before != null
        && before.identity() == row.identity()
        && before.object().equals(row.object())) {
      kept = before;
    }
    ObjectRef ref = kept.object().ref();
    units.computeIfAbsent(row.unit(), key -> new LinkedHashMap<>()).put(ref, kept);
    byIdentity.put(kept.identity(), kept);
    objects.put(ref, kept.object());
    identities.put(ref, kept.identity());
  }

  private void remove(CatalogRow row) {
    ObjectRef ref = row.object().ref();
    byIdentity.remove(row.identity());
    // another unit may have taken the name since
    if (objects.get(ref) == row.object()) {
      objects.remove(ref);
      identities.remove(ref);
    }
  }

  Snapshot snapshot() {
    return new Snapshot(Schema.of(objects), new ArrayList<>(identities.values()));
  }
}
