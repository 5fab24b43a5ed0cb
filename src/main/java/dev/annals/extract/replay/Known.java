package dev.annals.extract.replay;

import dev.annals.model.history.Step;
import dev.annals.model.history.UndoRun;
import dev.annals.model.schema.Snapshot;
import java.util.List;

/**
 * The beginning of a history as a former replay of the same files left it.
 *
 * @param initial the structure before the first migration
 * @param steps the first migrations of the plan; empty where nothing is known
 * @param highest the highest identity that was given so far
 * @param undone what became of their undo scripts
 * @param notes what a reader should know about each step's run, in their order
 */
public record Known(
    Snapshot initial,
    List<Step> steps,
    long highest,
    List<UndoRun> undone,
    List<List<String>> notes) {

  /** Nothing is known. */
  public static final Known NOTHING = new Known(Snapshot.EMPTY, List.of(), 0, List.of(), List.of());

  public Known {
    steps = List.copyOf(steps);
    undone = List.copyOf(undone);
    notes = List.copyOf(notes);
    if (notes.size() != steps.size()) {
      throw new IllegalArgumentException(steps.size() + " steps, and notes of " + notes.size());
    }
  }

  /** The structure after the last step that is known. */
  Snapshot last() {
    return steps.isEmpty() ? initial : steps.get(steps.size() - 1).after();
  }
}
