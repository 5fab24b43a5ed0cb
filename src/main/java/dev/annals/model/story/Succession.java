package dev.annals.model.story;

import dev.annals.model.schema.ObjectRef;
import java.util.List;

/**
 * One column that takes the place of another, of its table or of an older one: it comes beside it,
 * gets its values, and stays when the other goes.
 *
 * @param former the column that goes: its last address
 * @param latter the column that replaces it: its last address
 * @param added index of the step that made the latter
 * @param gone index of the step that dropped the former; -1 while it is there
 * @param promised the release that may drop it, as a comment or page says; may be empty
 * @param evidence how it is known, oldest first; never empty
 */
public record Succession(
    ObjectRef former,
    ObjectRef latter,
    int added,
    int gone,
    String promised,
    List<Proof> evidence) {

  public Succession {
    evidence = List.copyOf(evidence);
  }

  /** True while both are there. */
  public boolean open() {
    return gone < 0;
  }

  /** True where something of it happened in one of these steps. */
  public boolean touches(List<Integer> steps) {
    return steps.contains(added)
        || steps.contains(gone)
        || evidence.stream().anyMatch(each -> steps.contains(each.step()));
  }

  /**
   * One thing that shows it.
   *
   * @param step index of the step that did it; -1 for what stands outside of the history
   * @param what a sentence without a capital and a full stop: {@code trigger t keeps both in step}
   */
  public record Proof(int step, String what) {}
}
