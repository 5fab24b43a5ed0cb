package dev.annals.model.witness;

import java.util.List;

/**
 * Probes of one change, and between which two moments of a history they are tried.
 *
 * @param from how many migrations have run before the first answer
 * @param to how many have run before the second
 * @param probes the best first
 */
public record Trial(int from, int to, List<Probe> probes) {

  public Trial {
    probes = List.copyOf(probes);
  }
}
