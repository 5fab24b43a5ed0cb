package dev.annals.judge;

import dev.annals.model.change.JudgedChange;
import dev.annals.model.history.Cut;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Knows what releases brought that were judged in a former run: a release that was cut stays what
 * it is, and to judge it again means to compare two schemas and to read all its migrations.
 */
@FunctionalInterface
public interface JudgedBefore {

  /** Knows nothing. */
  JudgedBefore NOTHING = (before, held, cut, step, maker) -> maker.get();

  /**
   * What a release brought, before a server was asked for witnesses.
   *
   * @param before the release before it; empty for the first one
   * @param held indexes of the steps that it holds and the one before does not
   * @param cut the release
   * @param step the moment of the main history by which its objects are recognised
   * @param maker judges it
   */
  List<JudgedChange> changes(
      Optional<Cut> before,
      List<Integer> held,
      Cut cut,
      int step,
      Supplier<List<JudgedChange>> maker);
}
