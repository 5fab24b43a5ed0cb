package dev.annals.model.history;

/** What a migration file is for. */
public enum MigrationKind {
  VERSIONED("versioned"),
  REPEATABLE("repeatable"),
  BASELINE("baseline"),
  UNDO("undo");

  private final String label;

  MigrationKind(String label) {
    this.label = label;
  }

  /** The kind as a reader would call it. */
  public String label() {
    return label;
  }
}
