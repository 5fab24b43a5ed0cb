package dev.annals.judge.design;

import dev.annals.model.story.Confidence;

/** How much of what the design rules find is told plainly; what is less sure is folded away. */
public enum Scrutiny {
  /** The rules are not asked. */
  OFF("off"),
  HIGH("high"),
  MEDIUM("medium"),
  LOW("low");

  private final String label;

  Scrutiny(String label) {
    this.label = label;
  }

  /** The word for it in a configuration. */
  public String label() {
    return label;
  }

  /** True where a finding of that confidence is told plainly. */
  public boolean tells(Confidence confidence) {
    return this != OFF && confidence.compareTo(Confidence.valueOf(name())) >= 0;
  }
}
