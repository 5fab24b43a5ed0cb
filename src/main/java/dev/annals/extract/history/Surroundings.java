package dev.annals.extract.history;

import java.util.List;
import java.util.stream.Stream;

/**
 * The callbacks that run around one migration.
 *
 * @param first before it, each in a transaction and a session of its own
 * @param before before it, as a part of it
 * @param beforeStatement before each of its statements
 * @param afterStatement after each of its statements
 * @param after after it, as a part of it
 * @param last after it is committed, each in a transaction and a session of its own
 */
public record Surroundings(
    List<PlannedCallback> first,
    List<PlannedCallback> before,
    List<PlannedCallback> beforeStatement,
    List<PlannedCallback> afterStatement,
    List<PlannedCallback> after,
    List<PlannedCallback> last) {

  /** No callbacks. */
  public static final Surroundings NONE =
      new Surroundings(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public Surroundings {
    first = List.copyOf(first);
    before = List.copyOf(before);
    beforeStatement = List.copyOf(beforeStatement);
    afterStatement = List.copyOf(afterStatement);
    after = List.copyOf(after);
    last = List.copyOf(last);
  }

  /** All of them, in the order in which they first run. */
  public List<PlannedCallback> all() {
    return Stream.of(first, before, beforeStatement, afterStatement, after, last)
        .flatMap(List::stream)
        .toList();
  }
}
