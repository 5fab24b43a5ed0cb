package dev.annals.extract.replay.cache;

import dev.annals.model.history.Observation;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.SchemaObject;
import java.util.List;

/**
 * What one migration made of a schema, to be kept between runs: what went, what came, and what the
 * replay observed.
 *
 * @param gone addresses of what the schema before held and this one does not
 * @param come what this schema holds and the one before did not
 * @param observation what was seen while the migration ran
 * @param notes what a reader should know about this migration's run
 */
record StepChange(
    List<ObjectRef> gone, List<Kept> come, Observation observation, List<String> notes) {

  StepChange {
    gone = List.copyOf(gone);
    come = List.copyOf(come);
    notes = List.copyOf(notes);
  }

  /**
   * One object.
   *
   * @param identity what tells it from others in the replay; 0 where it has none
   * @param object its value
   */
  record Kept(long identity, SchemaObject object) {}
}
