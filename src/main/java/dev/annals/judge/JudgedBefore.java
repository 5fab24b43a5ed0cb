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
  JudgedBefore NOTHING = (before, from, cut, maker) -> maker.get();

  /**
   * What a release brought, before a server was asked for witnesses.
   *
   * @param before the release before it; empty for the first one
   * @param from index of the first step that it holds
   * @param cut the release
   * @param maker judges it
   */
  List<JudgedChange> changes(
      Optional<Cut> before, int from, Cut cut, Supplier<List<JudgedChange>> maker);
}
