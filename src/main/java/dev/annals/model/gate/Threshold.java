package dev.annals.model.gate;

import dev.annals.model.story.Severity;

/** From which severity on findings fail a check. */
public enum Threshold {
  ERROR("error"),
  WARN("warn"),
  INFO("info"),
  /** Nothing fails. */
  NEVER("never");

  private final String label;

  Threshold(String label) {
    this.label = label;
  }

  /** The word for it in a configuration and on the command line. */
  public String label() {
    return label;
  }

  /** True where a finding of that severity fails. */
  public boolean fails(Severity severity) {
    return switch (this) {
      case ERROR -> severity == Severity.ERROR;
      case WARN -> severity.compareTo(Severity.WARNING) >= 0;
      case INFO -> severity.compareTo(Severity.INFO) >= 0;
      case NEVER -> false;
    };
  }
}
