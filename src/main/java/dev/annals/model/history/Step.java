package dev.annals.model.history;

import dev.annals.model.schema.Snapshot;

/**
 * A migration with the schema after it.
 *
 * @param migration what was run
 * @param after the schema that it left
 * @param observation what was seen while it ran
 */
public record Step(Migration migration, Snapshot after, Observation observation) {

  /** The same with another snapshot after it. */
  public Step with(Snapshot other) {
    return new Step(migration, other, observation);
  }
}
