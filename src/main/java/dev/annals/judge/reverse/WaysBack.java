package dev.annals.judge.reverse;

import dev.annals.judge.diff.Lineage;
import dev.annals.model.history.History;
import dev.annals.model.history.UndoRun;
import dev.annals.model.schema.Schema;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Undo;
import dev.annals.model.story.WayBack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Finds the way back from each step of a history. */
public final class WaysBack {

  private final History history;
  private final Lineage lineage;
  private final List<WayBack> known;
  private final Map<Integer, Undo> undo = new HashMap<>();

  /**
   * The ways back through a history.
   *
   * @param known those from its first steps, as far as they were found before
   */
  public WaysBack(History history, Lineage lineage, List<WayBack> known) {
    this.history = history;
    this.lineage = lineage;
    this.known = List.copyOf(known);
    for (UndoRun run : history.undone()) {
      Schema before = history.before(run.step()).schema();
      Schema after = history.steps().get(run.step()).after().schema();
      undo.put(run.step(), new UndoComparison(before, after).of(run));
    }
  }

  /** The way back from each of the steps, in their order. */
  public List<WayBack> of(List<JudgedStep> steps) {
    return IntStream.range(0, steps.size()).parallel().mapToObj(i -> of(steps.get(i), i)).toList();
  }

  private WayBack of(JudgedStep step, int i) {
    Undo undone = undo.getOrDefault(i, new Undo.Missing());
    if (i < known.size()) {
      return new WayBack(undone, known.get(i).statements());
    }
    Reverse reverse =
        new Reverse(
            history.before(i).schema(), step.step().after().schema(), lineage.droppedWith(i));
    return new WayBack(undone, reverse.of(step.changes()));
  }
}
