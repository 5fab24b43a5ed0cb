package dev.annals.model.change;

/** What a change does to rows that are there already. */
public enum DataEffect {
  NONE("kept"),
  /** The migration itself fails, loudly, where rows do not fit. */
  FAILS("migration fails if rows do not fit"),
  /** Values are changed without a word: rounding, truncation. */
  SILENT_LOSS("changed silently"),
  /** Rows or values are gone. */
  LOSS("lost");

  private final String label;

  DataEffect(String label) {
    this.label = label;
  }

  /** The effect as a reader would call it. */
  public String label() {
    return label;
  }
}
