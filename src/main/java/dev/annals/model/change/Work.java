package dev.annals.model.change;

/** What the server has to do to a table's rows while it carries a change out. */
public enum Work {
  REWRITE("rewrites the table"),
  SCAN("scans the table"),
  INDEX_BUILD("builds an index");

  private final String label;

  Work(String label) {
    this.label = label;
  }

  /** The work as a verb phrase whose subject is the change. */
  public String label() {
    return label;
  }
}
