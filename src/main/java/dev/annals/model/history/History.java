package dev.annals.model.history;

import dev.annals.model.schema.Snapshot;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The ordered migrations of one database, each with the schema after it.
 *
 * @param engine what it was replayed on, {@code PostgreSQL 17}: the major only, so that a patch
 *     release changes no page
 * @param initial the schema before the first migration
 * @param steps the migrations in the order in which they ran
 * @param undo rollback scripts
 * @param undone what became of those that belong to a migration, in the order of the steps
 * @param notes what a reader should know about how this history was read: files that were ignored,
 *     rights that were granted
 */
public record History(
    String engine,
    Snapshot initial,
    List<Step> steps,
    List<Migration> undo,
    List<UndoRun> undone,
    List<String> notes) {

  public History {
    steps = List.copyOf(steps);
    undo = List.copyOf(undo);
    undone = List.copyOf(undone);
    notes = List.copyOf(notes);
  }

  /** A history without rollback scripts. */
  public History(String engine, Snapshot initial, List<Step> steps, List<String> notes) {
    this(engine, initial, steps, List.of(), List.of(), notes);
  }

  /** The snapshot before a step. */
  public Snapshot before(int step) {
    return step == 0 ? initial : steps.get(step - 1).after();
  }

  /** True where this goes on from the other one: its first steps are the very same values. */
  @SuppressWarnings("ReferenceEquality") // to compare all schemas would take longer than it saves
  public boolean beginsAs(History other) {
    return steps.size() >= other.steps.size()
        && initial == other.initial
        && IntStream.range(0, other.steps.size()).allMatch(i -> steps.get(i) == other.steps.get(i));
  }

  /** The snapshot after the last step. */
  public Snapshot last() {
    return steps.isEmpty() ? initial : steps.get(steps.size() - 1).after();
  }
}
