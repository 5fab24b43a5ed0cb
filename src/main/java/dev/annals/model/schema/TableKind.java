package dev.annals.model.schema;

/** What sort of table it is. */
public enum TableKind {
  ORDINARY("table"),
  PARTITIONED("partitioned table"),
  PARTITION("partition"),
  FOREIGN("foreign table");

  private final String label;

  TableKind(String label) {
    this.label = label;
  }

  /** The sort as a reader would call it. */
  public String label() {
    return label;
  }
}
