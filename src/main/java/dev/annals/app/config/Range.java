package dev.annals.app.config;

import dev.annals.model.Problem;

/**
 * Which part of a history is to be told.
 *
 * @param mode how the names are meant
 * @param from what was there before: a release, tag or migration; empty for the beginning
 * @param to its end: a release, tag or migration; empty for the last migration
 */
public record Range(Mode mode, String from, String to) {

  /** How a range was asked for. */
  public enum Mode {
    /** All releases, as the configuration has them. */
    ALL,
    /** The last release of the configuration. */
    LAST,
    /** One release, by name. */
    ONE,
    /** From one name to another. */
    BETWEEN,
    /** What came after the last release. */
    UNRELEASED
  }

  /** Everything. */
  public static final Range WHOLE = new Range(Mode.ALL, "", "");

  /** True where it ends with a release or a name, and not with the last migration there is. */
  public boolean ends() {
    return mode == Mode.LAST || !to.isEmpty();
  }

  /**
   * Reads {@code v1.4..v1.5}, {@code v1.4..}, {@code ..v1.5}, {@code v1.5}, or nothing.
   *
   * @throws Problem if that is no range
   */
  public static Range parse(String text) {
    String range = text.strip();
    if (range.isEmpty()) {
      return new Range(Mode.LAST, "", "");
    }
    int dots = range.indexOf("..");
    if (dots < 0) {
      return new Range(Mode.ONE, "", range);
    }
    String from = range.substring(0, dots).strip();
    String to = range.substring(dots + 2).strip();
    if (to.startsWith(".") || to.contains("..") || (from.isEmpty() && to.isEmpty())) {
      throw Problem.usage(
          "reading the range \"" + range + "\": it is not FROM..TO",
          "For instance v1.4..v1.5, v1.4.. (up to now), ..v1.5 (from the beginning), or v1.5.");
    }
    return new Range(Mode.BETWEEN, from, to);
  }
}
