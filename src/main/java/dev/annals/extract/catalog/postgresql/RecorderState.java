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

  /** Without what has no identity of its own: a grant. */
  private final Map<Long, CatalogRow> byIdentity = new HashMap<>();

  private final TreeMap<ObjectRef, SchemaObject> objects = new TreeMap<>();
  private final TreeMap<ObjectRef, Long> identities = new TreeMap<>();

  /** What a snapshot calls an identity: numbers in the order in which objects came. */
  private final Map<Long, Long> numbers = new HashMap<>();

  /** What came since the last snapshot and has no number yet, by the server's identity. */
  private final TreeMap<ObjectRef, Long> unnumbered = new TreeMap<>();

  private long highest;

  /** The highest number that was given so far. */
  long highest() {
    return highest;
  }

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
    if (row != null) {
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
    if (kept.identity() != 0) {
      byIdentity.put(kept.identity(), kept);
    }
    objects.put(ref, kept.object());
    Long number = kept.identity() == 0 ? Long.valueOf(0) : numbers.get(kept.identity());
    if (number == null) {
      unnumbered.put(ref, kept.identity());
    } else {
      unnumbered.remove(ref);
      identities.put(ref, number);
    }
  }

  private void remove(CatalogRow row) {
    ObjectRef ref = row.object().ref();
    byIdentity.remove(row.identity());
    // another unit may have taken the name since
    if (objects.get(ref) == row.object()) {
      objects.remove(ref);
      identities.remove(ref);
      unnumbered.remove(ref);
    }
  }

  /**
   * Goes on with the identities of an equal schema from another replay.
   *
   * @param known the schema as it is now, with its identities there
   * @param last the highest identity that the other replay gave so far
   */
  void adopt(Snapshot known, long last) {
    Map<ObjectRef, Long> there = known.byRef();
    numbers.clear();
    for (CatalogRow row : byIdentity.values()) {
      Long number = there.get(row.object().ref());
      if (number != null) {
        numbers.put(row.identity(), number);
      }
    }
    identities.putAll(there);
    highest = last;
  }

  /**
   * The structure now. Identities are numbered in the order in which objects came, those that came
   * together in the order of their addresses, so that two replays of the same files agree on them.
   */
  Snapshot snapshot() {
    unnumbered.forEach(
        (ref, identity) ->
            identities.put(ref, numbers.computeIfAbsent(identity, key -> ++highest)));
    unnumbered.clear();
    return new Snapshot(Schema.of(objects), new ArrayList<>(identities.values()));
  }
}
