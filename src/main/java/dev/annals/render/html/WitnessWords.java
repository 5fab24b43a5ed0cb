package dev.annals.render.html;

import dev.annals.model.witness.Outcome;
import dev.annals.model.witness.Probe;
import dev.annals.model.witness.Witness;

/** Says what a witness has seen. */
public final class WitnessWords {

  private WitnessWords() {}

  /** Whose statement it is: {@code a reader}, {@code a writer as shop_report}. */
  public static String who(Witness witness) {
    String as =
        witness.role().isEmpty()
            ? ""
            : witness.role().equals(Probe.ANYBODY)
                ? " who does not own the table"
                : " as " + witness.role();
    return "a " + witness.side().label() + as;
  }

  /** What becomes of the statement. */
  public static String what(Witness witness) {
    return witness.outcome() == Outcome.REFUSED
        ? "worked before; now: ERROR: " + witness.after()
        : "gave " + witness.before() + " before; now: " + witness.after();
  }
}
