package dev.annals.model.change;

/** Whether a change can be taken back. */
public enum Reversibility {
  /** An exact inverse exists. */
  EXACT("reversible"),
  /** It can be made again, but rows may not fit or something has to be restored by hand. */
  WITH_CARE("reversible with care"),
  /** What was there is gone. */
  IRREVERSIBLE("irreversible");

  private final String label;

  Reversibility(String label) {
    this.label = label;
  }

  /** The grade as a reader would call it. */
  public String label() {
    return label;
  }
}
