package dev.annals.judge;

import dev.annals.judge.succession.Trail;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.WayBack;
import dev.annals.model.witness.Trial;
import java.util.List;

/**
 * What is known of the first steps of a history, whatever follows them.
 *
 * @param steps as they are judged before a server was asked
 * @param waysBack how they are taken back, by generated statements at least; of all of them or of
 *     none
 * @param trail what they show about columns that replace others; of all of them or of none
 * @param probes what to ask a server about them; of all of them or of none
 */
record Beginning(List<JudgedStep> steps, List<WayBack> waysBack, Trail trail, List<Trial> probes) {

  Beginning {
    steps = List.copyOf(steps);
    waysBack = List.copyOf(waysBack);
    probes = List.copyOf(probes);
  }

  /** Where no more than the verdicts is known. */
  static Beginning ofSteps(List<JudgedStep> steps) {
    return new Beginning(steps, List.of(), Trail.empty(), List.of());
  }
}
