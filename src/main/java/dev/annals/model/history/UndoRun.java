package dev.annals.model.history;

import dev.annals.model.schema.Snapshot;

/** What became of an undo script that ran right after its migration and was then rolled back. */
public sealed interface UndoRun {

  /** Index of the migration's step. */
  int step();

  /** The undo script. */
  Migration script();

  /**
   * It ran to its end.
   *
   * @param after the structure that it left
   */
  record Done(int step, Migration script, Snapshot after) implements UndoRun {}

  /**
   * It failed.
   *
   * @param line the line in its file, counted from 1; 0 where none is to blame
   * @param message the server's message
   */
  record Failed(int step, Migration script, int line, String message) implements UndoRun {}

  /**
   * It was not run.
   *
   * @param reason why not, without a full stop
   */
  record Untried(int step, Migration script, String reason) implements UndoRun {}
}
