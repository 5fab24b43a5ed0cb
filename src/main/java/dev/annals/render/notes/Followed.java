package dev.annals.render.notes;

import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Level;
import dev.annals.model.schema.ObjectRef;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What another change of the release says already, and better. */
final class Followed {

  /** By rule: those of which one, on the same object, tells the whole of it. */
  private static final Map<String, Set<String>> TOLD_BY =
      Map.of(
          "partition-bound-changed", Set.of("partition-detached", "partition-attached"),
          "table-kind-changed", Set.of("partition-detached", "partition-attached"),
          "view-recreated", Set.of("view-query-changed"));

  private static final Set<String> HALVES =
      Set.of("column-rebuilt", "generated-column-rebuilt", "table-rebuilt");

  private Followed() {}

  static boolean by(JudgedChange judged, List<JudgedChange> all) {
    String rule = judged.verdict().rule();
    if (HALVES.contains(rule)) {
      return judged.change() instanceof Change.Added;
    }
    if (rule.equals("view-recreated") && judged.verdict().level() != Level.EQUIVALENT) {
      return false; // somebody has lost a grant
    }
    Set<String> tellers = TOLD_BY.getOrDefault(rule, Set.of());
    ObjectRef subject = judged.change().subject();
    return !tellers.isEmpty()
        && all.stream()
            .anyMatch(
                other ->
                    tellers.contains(other.verdict().rule())
                        && other.change().subject().equals(subject));
  }
}
