package dev.annals.model.story;

/** How much a finding matters, from least to most. */
public enum Severity {
  /** Perhaps worth a look: folded away. */
  HINT("hint"),
  INFO("info"),
  WARNING("warning"),
  ERROR("error");

  private final String label;

  Severity(String label) {
    this.label = label;
  }

  /** The severity as a reader would call it. */
  public String label() {
    return label;
  }
}
