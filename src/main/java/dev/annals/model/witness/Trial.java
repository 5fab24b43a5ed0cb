package dev.annals.model.witness;

import java.util.List;

/**
 * Probes, and between which two moments of a history they are tried.
 *
 * @param from how many migrations have run before the first answer
 * @param to how many have run before the second
 * @param probes the best first
 * @param wanted which of the answers are wanted
 */
public record Trial(int from, int to, List<Probe> probes, Wanted wanted) {

  /** How far to ask. */
  public enum Wanted {
    /** All probes have their answers. */
    ALL,
    /** After the change a side's probes are asked up to the first that is {@link Tried#refused}. */
    FIRST_REFUSED
  }

  /** All of which are asked. */
  public static Trial of(int from, int to, List<Probe> probes) {
    return new Trial(from, to, probes, Wanted.ALL);
  }

  /** Of which those after the first that is refused are not asked. */
  public static Trial untilRefused(int from, int to, List<Probe> probes) {
    return new Trial(from, to, probes, Wanted.FIRST_REFUSED);
  }

  public Trial {
    probes = List.copyOf(probes);
  }
}
