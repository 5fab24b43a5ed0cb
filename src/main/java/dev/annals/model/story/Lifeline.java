package dev.annals.model.story;

import dev.annals.model.schema.ObjectRef;
import java.util.List;

/**
 * All that ever happened to one object, under all its names.
 *
 * @param id a number that is the same for the object through all steps of one chronicle
 * @param names its addresses, oldest first; the last is the one it has, or had when it went
 * @param born index of the step that made it; -1 where it was there before the first
 * @param gone index of the step that dropped it; -1 while it is alive
 * @param events what happened, oldest first, its birth and end included
 */
public record Lifeline(int id, List<ObjectRef> names, int born, int gone, List<Event> events) {

  public Lifeline {
    names = List.copyOf(names);
    events = List.copyOf(events);
  }

  /** The address it has, or had when it went. */
  public ObjectRef ref() {
    return names.get(names.size() - 1);
  }

  /** True while it is there. */
  public boolean alive() {
    return gone < 0;
  }

  /** Index of the last step in which something happened to it. */
  public int lastChanged() {
    return events.isEmpty() ? born : events.get(events.size() - 1).step();
  }

  /**
   * One thing that happened.
   *
   * @param step index of the step
   * @param change index of the change within that step's changes
   */
  public record Event(int step, int change) {}
}
