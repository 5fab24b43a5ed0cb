package dev.annals.extract.replay;

/** Hears how far a replay has come. */
@FunctionalInterface
public interface ReplayListener {

  /**
   * A migration is about to run.
   *
   * @param number which one, counted from 1
   * @param all how many there are
   * @param script its file
   */
  void running(int number, int all, String script);
}
