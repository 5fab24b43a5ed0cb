package dev.annals.model.change;

import dev.annals.model.witness.Evidence;

/**
 * A change with its verdict.
 *
 * @param change the fact
 * @param verdict the opinion
 * @param evidence what a real server said about it
 */
public record JudgedChange(Change change, Verdict verdict, Evidence evidence) {

  /** A change of which no server was asked. */
  public JudgedChange(Change change, Verdict verdict) {
    this(change, verdict, Evidence.NONE);
  }
}
