package dev.annals.model.change;

/** What a change does to one side of its users: those who read, or those who write. */
public enum Effect {
  NONE("unaffected"),
  /** Only some ways of using it break; the verdict's notes say which. */
  CONDITIONAL("may break"),
  /** Statements go on working and mean something else. */
  SILENT("changes silently"),
  BREAKS("breaks");

  private final String label;

  Effect(String label) {
    this.label = label;
  }

  /** The effect as a reader would call it. */
  public String label() {
    return label;
  }
}
