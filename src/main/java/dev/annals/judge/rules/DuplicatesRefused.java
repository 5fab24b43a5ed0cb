package dev.annals.judge.rules;

import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.DataEffect.NONE;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Level.NON_BREAKING;

/** A table refuses duplicates from now on, whether a key or a unique index does it. */
final class DuplicatesRefused {

  private DuplicatesRefused() {}

  /**
   * A ruling that begins with what that does; lock and work are the caller's.
   *
   * @param kept whether a new column keeps what old writers send apart
   * @param filled whether old rows were given values in it
   * @param advice what to do where it is not kept apart
   */
  static Ruling ruling(VerdictRule rule, boolean kept, boolean filled, String advice) {
    return kept
        ? new Ruling(rule, NON_BREAKING)
            .data(filled ? FAILS : NONE)
            .noteIf(filled, NewColumns.FILLED)
            .note("It holds a new column, which stays empty for who does not know it")
        : new Ruling(rule, BREAKING)
            .writers(BREAKS)
            .data(FAILS)
            .note("The migration fails if rows hold duplicates")
            .instead(advice);
  }
}
