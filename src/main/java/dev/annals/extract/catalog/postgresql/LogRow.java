package dev.annals.extract.catalog.postgresql;

import dev.annals.model.schema.ObjectRef;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One row of the recorder's log.
 *
 * @param what {@code command}, {@code drop} or {@code rewrite}
 * @param line the line of the statement; 0 where it is not known
 * @param identity what it was about; 0 where that is not an object of ours
 * @param tag the server's command tag
 * @param original false for what a drop took with it
 */
record LogRow(String what, int line, long identity, String tag, boolean original) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static LogRow of(RawRow row) {
    JsonNode parts = JSON.readTree(row.components());
    return new LogRow(
        row.unit(),
        (int) row.unitOid(),
        row.identity(),
        parts.get(0).isNull() ? "" : parts.get(0).asString(),
        parts.get(1).asBoolean());
  }

  /** The event, its object under the name it has now, or had. */
  RecordedEvent event(Map<Long, ObjectRef> before, RecorderState after) {
    CatalogRow now = identity == 0 ? null : after.find(identity);
    ObjectRef then = before.get(identity);
    boolean dropped = what.equals("drop");
    List<ObjectRef> touched =
        !dropped && now != null
            ? List.of(now.object().ref())
            : then == null ? List.of() : List.of(then);
    return new RecordedEvent(RecordedEvent.What.of(what), line, tag, original, touched);
  }
}
