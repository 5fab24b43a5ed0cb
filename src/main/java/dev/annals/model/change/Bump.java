package dev.annals.model.change;

/** By how much a schema version rises. */
public enum Bump {
  NONE("none"),
  PATCH("patch"),
  MINOR("minor"),
  MAJOR("major");

  private final String label;

  Bump(String label) {
    this.label = label;
  }

  /** The bump as a reader would call it. */
  public String label() {
    return label;
  }

  /** The higher of the two. */
  public Bump or(Bump other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
