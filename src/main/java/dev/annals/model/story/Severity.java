package dev.annals.model.story;

/** How much a finding matters, from least to most. */
public enum Severity {
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
