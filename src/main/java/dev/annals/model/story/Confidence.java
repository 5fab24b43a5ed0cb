package dev.annals.model.story;

/** How often a finding is right to complain, from least to most. */
public enum Confidence {
  /** A hint: as often as not there is a good reason. */
  LOW("low"),
  /** Mostly right; what decides is not in the schema. */
  MEDIUM("medium"),
  /** The schema itself proves it, or nearly so. */
  HIGH("high");

  private final String label;

  Confidence(String label) {
    this.label = label;
  }

  /** The confidence as a reader would call it. */
  public String label() {
    return label;
  }

  /** The next one down. */
  public Confidence less() {
    return this == HIGH ? MEDIUM : LOW;
  }
}
