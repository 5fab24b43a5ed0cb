package dev.annals.render.html;

import dev.annals.model.witness.Broken;
import dev.annals.model.witness.Evidence;
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
    return what(witness.outcome(), witness.before(), witness.after());
  }

  /** What becomes of a statement of the project's own. */
  public static String what(Broken broken) {
    return what(broken.outcome(), broken.before(), broken.after());
  }

  private static String what(Outcome outcome, String before, String after) {
    return outcome == Outcome.REFUSED
        ? "worked before; now: ERROR: " + after
        : "gave " + before + " before; now: " + after;
  }

  /** Where a statement of the project's own stands. */
  public static String place(Broken broken) {
    return broken.path().isEmpty() ? broken.name() : broken.path() + ":" + broken.line();
  }

  /** How many statements of the project's own were tried of which none is broken; 0 otherwise. */
  public static int unbroken(Evidence evidence) {
    boolean files = evidence.broken().stream().anyMatch(broken -> !broken.path().isEmpty());
    return files ? 0 : evidence.tried();
  }
}
