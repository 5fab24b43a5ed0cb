package dev.annals.judge.witness;

import dev.annals.model.change.Change;
import dev.annals.model.schema.Schema;
import dev.annals.model.witness.Answer;
import dev.annals.model.witness.Evidence;
import dev.annals.model.witness.Outcome;
import dev.annals.model.witness.Probe;
import dev.annals.model.witness.Side;
import dev.annals.model.witness.Tried;
import dev.annals.model.witness.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the witnesses among probes that were tried: what worked before and works no more. */
public final class Verified {

  private Verified() {}

  /**
   * What was found about a breaking change: its witnesses, or why there is none.
   *
   * @param before the schema that it changes
   * @param after what that becomes
   */
  public static Evidence evidence(Change change, List<Tried> tried, Schema before, Schema after) {
    List<Witness> seen = witnesses(tried);
    return new Evidence(
        seen, seen.isEmpty() ? Unseen.of(change, tried, before, after) : "", 0, List.of());
  }

  /**
   * For each side the first probe that is refused, or else the first that is answered otherwise.
   */
  public static List<Witness> witnesses(List<Tried> tried) {
    List<Witness> found = new ArrayList<>();
    for (Side side : Side.values()) {
      for (Outcome outcome : Outcome.values()) {
        Optional<Witness> witness =
            tried.stream()
                .flatMap(each -> witness(each).stream())
                .filter(each -> each.side() == side)
                .filter(each -> each.outcome() == outcome)
                .findFirst();
        if (witness.isPresent()) {
          found.add(witness.get());
          break;
        }
      }
    }
    boolean same =
        found.size() == 2
            && found.get(0).sql().equals(found.get(1).sql())
            && found.get(0).setup().equals(found.get(1).setup());
    return same ? found.subList(0, 1) : found;
  }

  private static Optional<Witness> witness(Tried tried) {
    Answer before = tried.before();
    Answer after = tried.after();
    if (!before.worked() || !after.asked()) {
      return Optional.empty();
    }
    if (!after.worked()) {
      return tried.refused()
          ? Optional.of(witness(tried.probe(), Outcome.REFUSED, after.state(), "", after.message()))
          : Optional.empty();
    }
    if (!before.rows().equals(after.rows())) {
      return Optional.of(
          witness(
              tried.probe(),
              Outcome.OTHER_ANSWER,
              "",
              String.join("; ", before.rows()),
              String.join("; ", after.rows())));
    }
    return before.types().equals(after.types())
        ? Optional.empty()
        : Optional.of(
            witness(
                tried.probe(),
                Outcome.OTHER_TYPE,
                "",
                String.join(", ", before.types()),
                String.join(", ", after.types())));
  }

  private static Witness witness(
      Probe probe, Outcome outcome, String state, String before, String after) {
    Side side = outcome == Outcome.REFUSED ? probe.side() : Side.READER;
    return new Witness(
        side, probe.role(), probe.setup(), probe.sql(), outcome, state, before, after);
  }
}
