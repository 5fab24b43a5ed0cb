package dev.annals.model.witness;

/** Whose statement it is. */
public enum Side {
  READER("reader"),
  WRITER("writer");

  private final String label;

  Side(String label) {
    this.label = label;
  }

  /** The side as a reader would call it. */
  public String label() {
    return label;
  }
}
