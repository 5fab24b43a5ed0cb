package dev.annals.extract.catalog.postgresql;

import dev.annals.model.schema.Snapshot;
import java.util.List;

/**
 * What changed since the recorder was last asked.
 *
 * @param snapshot the structure now
 * @param events what the server did, in order
 */
public record Recording(Snapshot snapshot, List<RecordedEvent> events) {

  public Recording {
    events = List.copyOf(events);
  }
}
