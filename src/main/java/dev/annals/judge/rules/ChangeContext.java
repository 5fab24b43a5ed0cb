package dev.annals.judge.rules;

import dev.annals.model.change.Change;
import dev.annals.model.history.Observation;
import dev.annals.model.schema.Schema;
import java.util.List;

/**
 * What a rule may look at beside the change itself.
 *
 * @param before the schema before
 * @param after the schema after
 * @param changes all changes between the two
 * @param observation what the replay saw; {@link Observation#NOTHING} for a net effect
 */
public record ChangeContext(
    Schema before, Schema after, List<Change> changes, Observation observation) {

  public ChangeContext {
    changes = List.copyOf(changes);
  }
}
