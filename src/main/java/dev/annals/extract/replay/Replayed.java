package dev.annals.extract.replay;

import dev.annals.model.history.History;
import java.util.List;

/**
 * A whole history, and which of its notes belong to which step.
 *
 * @param history the history
 * @param notes of each step's run, in their order
 * @param first index of the first step that was recorded now; the ones before it were known
 */
public record Replayed(History history, List<List<String>> notes, int first) {

  public Replayed {
    notes = List.copyOf(notes);
  }
}
