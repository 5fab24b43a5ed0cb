package dev.annals.extract.replay;

/** A line of a migration or of one of its callbacks, as one number for the recorder. */
final class Place {

  private static final int LINES = 10_000_000;
  private static final int SOURCES = 100;

  private Place() {}

  /**
   * The number.
   *
   * @param source 0 for the migration itself, else which of its callbacks, counted from 1
   * @param line counted from 1
   */
  static int of(int source, int line) {
    return source < SOURCES && line < LINES ? source * LINES + line : 0;
  }

  static int source(int place) {
    return place / LINES;
  }

  static int line(int place) {
    return place % LINES;
  }
}
