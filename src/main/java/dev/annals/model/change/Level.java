package dev.annals.model.change;

/**
 * How far a change goes for those who use the schema, from least to most. The levels are those of
 * revapi's difference severity.
 */
public enum Level {
  /** Nobody who uses the schema can tell: an index, a comment. */
  EQUIVALENT("patch"),
  /** More is possible than before, nothing stops working: a new table. */
  NON_BREAKING("minor"),
  /** Some user may stop working or see other results; the schema alone cannot say. */
  POTENTIALLY_BREAKING("potentially breaking"),
  /** A user who kept to the old schema can stop working. */
  BREAKING("breaking");

  private final String label;

  Level(String label) {
    this.label = label;
  }

  /** The level as a reader would call it. */
  public String label() {
    return label;
  }

  /** The higher of the two. */
  public Level or(Level other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
