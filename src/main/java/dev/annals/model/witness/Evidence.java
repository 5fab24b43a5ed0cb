package dev.annals.model.witness;

import java.util.List;

/**
 * What a real server said about a change.
 *
 * @param witnesses statements that worked before it and do not after it; one a side at most
 * @param unseen one sentence on why there is no such statement; empty where there is one, and where
 *     nothing was asked
 * @param tried how many of the project's own statements worked before it and were tried again
 * @param broken those of them that it breaks
 */
public record Evidence(List<Witness> witnesses, String unseen, int tried, List<Broken> broken) {

  /** Nothing was asked. */
  public static final Evidence NONE = new Evidence(List.of(), "", 0, List.of());

  public Evidence {
    witnesses = List.copyOf(witnesses);
    unseen = unseen == null ? "" : unseen; // what was written by an earlier Annals has none
    broken = List.copyOf(broken);
  }
}
