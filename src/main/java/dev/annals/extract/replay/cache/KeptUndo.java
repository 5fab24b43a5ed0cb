package dev.annals.extract.replay.cache;

import dev.annals.model.history.Migration;
import dev.annals.model.history.Observation;
import dev.annals.model.history.UndoRun;
import dev.annals.model.schema.Snapshot;
import java.util.List;

/** What became of an undo script, as it is kept: how what it left differs from what it undid. */
final class KeptUndo {

  private static final String DONE = "Done";
  private static final String FAILED = "Failed";
  private static final String UNTRIED = "Untried";
  private static final StepChange NOTHING =
      new StepChange(List.of(), List.of(), Observation.NOTHING, List.of());

  private KeptUndo() {}

  /**
   * What became of an undo script.
   *
   * @param what {@code Done}, {@code Failed} or {@code Untried}
   * @param after how the structure that it left differs from the one after its migration
   * @param line the line to blame, counted from 1; 0 for none
   * @param message the server's message, or the reason why it was not tried
   */
  record Outcome(String what, StepChange after, int line, String message) {}

  /**
   * To be kept.
   *
   * @param migrated the structure that was to be undone
   */
  static Outcome of(UndoRun run, Snapshot migrated) {
    if (run instanceof UndoRun.Done done) {
      // the identities of a structure that is rolled back mean nothing
      Snapshot from = Snapshot.of(migrated.schema());
      Snapshot left = Snapshot.of(done.after().schema());
      return new Outcome(DONE, Structure.step(from, left, Observation.NOTHING, List.of()), 0, "");
    }
    if (run instanceof UndoRun.Failed failed) {
      return new Outcome(FAILED, NOTHING, failed.line(), failed.message());
    }
    return new Outcome(UNTRIED, NOTHING, 0, ((UndoRun.Untried) run).reason());
  }

  /**
   * Out of what was kept.
   *
   * @throws IllegalArgumentException if it is none
   */
  static UndoRun run(int step, Migration script, Snapshot migrated, Outcome kept) {
    return switch (kept.what()) {
      case DONE ->
          new UndoRun.Done(
              step, script, new Structure(Snapshot.of(migrated.schema())).after(kept.after()));
      case FAILED -> new UndoRun.Failed(step, script, kept.line(), kept.message());
      case UNTRIED -> new UndoRun.Untried(step, script, kept.message());
      default -> throw new IllegalArgumentException("no undo run is \"" + kept.what() + "\"");
    };
  }
}
