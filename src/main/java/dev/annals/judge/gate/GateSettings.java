package dev.annals.judge.gate;

import dev.annals.model.gate.Threshold;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a team decides about findings.
 *
 * @param threshold from which severity on they fail a check
 * @param levels what the team thinks of rules, by id
 * @param ignores what it has decided to live with
 * @param baseline the file of findings that were there before, from the project's folder; empty for
 *     none
 */
public record GateSettings(
    Threshold threshold,
    SortedMap<String, RuleLevel> levels,
    List<Ignore> ignores,
    String baseline) {

  /** Errors fail; every rule speaks as it thinks right. */
  public static final GateSettings DEFAULT =
      new GateSettings(Threshold.ERROR, new TreeMap<>(), List.of(), "");

  public GateSettings {
    levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
    ignores = List.copyOf(ignores);
  }
}
