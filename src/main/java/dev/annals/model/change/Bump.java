package dev.annals.model.change;

import java.util.Collection;

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

  /**
   * The same of a step that made these changes: a change that raises nothing made the first schema,
   * whose version is the initial one.
   */
  public String label(Collection<?> changes) {
    return this == NONE && !changes.isEmpty() ? "initial" : label;
  }

  /** The higher of the two. */
  public Bump or(Bump other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
