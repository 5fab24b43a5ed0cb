package dev.annals.model.schema;

/** Whether a table survives a crash and whom it belongs to. */
public enum Persistence {
  PERMANENT("permanent"),
  UNLOGGED("unlogged"),
  TEMPORARY("temporary");

  private final String label;

  Persistence(String label) {
    this.label = label;
  }

  /** The persistence as a reader would call it. */
  public String label() {
    return label;
  }
}
