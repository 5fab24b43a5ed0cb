package dev.annals.extract.catalog.postgresql;

import dev.annals.model.schema.ObjectRef;
import java.util.List;
import java.util.Locale;

/**
 * Something that the server did while a migration ran.
 *
 * @param what which sort of event
 * @param line the line of the statement that caused it; 0 where it is not known
 * @param tag the server's command tag: {@code ALTER TABLE}
 * @param original false for what a drop took with it
 * @param touched what it was about; empty for objects that are not listed
 */
public record RecordedEvent(
    What what, int line, String tag, boolean original, List<ObjectRef> touched) {

  public RecordedEvent {
    touched = List.copyOf(touched);
  }

  /** The sorts of events. */
  public enum What {
    COMMAND,
    DROP,
    REWRITE;

    static What of(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }
}
