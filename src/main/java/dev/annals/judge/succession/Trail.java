package dev.annals.judge.succession;

import dev.annals.model.story.JudgedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the steps of a history show about columns that replace others.
 *
 * @param steps the signs of each step
 */
public record Trail(List<List<Sign>> steps) {

  private static final Trail EMPTY = new Trail(List.of());

  public Trail {
    steps = List.copyOf(steps);
  }

  /** That of no step. */
  public static Trail empty() {
    return EMPTY;
  }

  /**
   * Goes on with the steps that follow.
   *
   * @param all those of which this is the trail, and more
   */
  public Trail onwards(List<JudgedStep> all) {
    List<List<Sign>> longer = new ArrayList<>(steps);
    longer.addAll(
        IntStream.range(steps.size(), all.size())
            .parallel()
            .mapToObj(step -> Signs.of(all.get(step), step))
            .toList());
    return new Trail(longer);
  }

  /** All signs, in the order of the steps. */
  List<Sign> signs() {
    return steps.stream().flatMap(List::stream).toList();
  }
}
