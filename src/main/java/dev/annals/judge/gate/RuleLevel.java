package dev.annals.judge.gate;

import dev.annals.model.story.Severity;

/** How much a team minds what a rule finds. */
public enum RuleLevel {
  ERROR("error", Severity.ERROR),
  WARN("warn", Severity.WARNING),
  INFO("info", Severity.INFO),
  /** What the rule finds is not told at all. */
  OFF("off", Severity.HINT);

  private final String label;
  private final Severity severity;

  RuleLevel(String label, Severity severity) {
    this.label = label;
    this.severity = severity;
  }

  /** The word for it in a configuration. */
  public String label() {
    return label;
  }

  Severity severity() {
    return severity;
  }
}
