package dev.annals.extract.catalog.postgresql;

import dev.annals.model.schema.Snapshot;
import java.util.List;

/**
 * What changed since the recorder was last asked.
 *
 * @param snapshot the structure now
 * @param events what the server did, in order
 * @param locks what was locked before it was committed
 */
public record Recording(Snapshot snapshot, List<RecordedEvent> events, List<HeldLock> locks) {

  public Recording {
    events = List.copyOf(events);
    locks = List.copyOf(locks);
  }
}
