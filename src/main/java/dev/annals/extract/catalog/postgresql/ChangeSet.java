package dev.annals.extract.catalog.postgresql;

import dev.annals.model.schema.ObjectRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The answer of {@code annals_recorder.changes}: what to forget, what to read, what happened. */
final class ChangeSet {

  private final List<CatalogRow> rows = new ArrayList<>();
  private final List<String> units = new ArrayList<>();
  private final List<Long> gone = new ArrayList<>();
  private final List<LogRow> log = new ArrayList<>();
  private boolean everything;

  static ChangeSet of(List<RawRow> raw) {
    ChangeSet changes = new ChangeSet();
    raw.forEach(changes::take);
    return changes;
  }

  private void take(RawRow row) {
    switch (row.sort()) {
      case "~log" -> log.add(LogRow.of(row));
      case "~all" -> everything = true;
      case "~unit" -> units.add(row.unitName());
      case "~gone" -> gone.add(row.identity());
      default -> rows.add(row.row());
    }
  }

  boolean isEmpty() {
    return log.isEmpty() && rows.isEmpty() && units.isEmpty();
  }

  /** Brings the state up to date. */
  void apply(RecorderState state) {
    Map<ObjectRef, CatalogRow> former = new HashMap<>();
    gone.forEach(state::forget);
    if (everything) {
      former.putAll(state.clear());
    }
    units.forEach(unit -> former.putAll(state.forget(unit)));
    rows.forEach(row -> state.add(row, former));
  }

  /** What happened, in order. Objects are told under the names of the given states. */
  List<RecordedEvent> events(Map<Long, ObjectRef> before, RecorderState after) {
    return log.stream().map(row -> row.event(before, after)).toList();
  }

  /** The names, before anything is applied, of what the log mentions. */
  Map<Long, ObjectRef> names(RecorderState before) {
    Map<Long, ObjectRef> names = new HashMap<>();
    for (LogRow row : log) {
      CatalogRow known = before.find(row.identity());
      if (known != null) {
        names.put(row.identity(), known.object().ref());
      }
    }
    return names;
  }
}
