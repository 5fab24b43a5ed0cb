package dev.annals.model.story;

import dev.annals.model.change.Bump;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.SemanticVersion;
import dev.annals.model.history.Step;
import java.util.List;

/**
 * A step with what it changed.
 *
 * @param step the migration and the schema after it
 * @param changes what it changed, each with its verdict
 * @param bump by how much it raised the schema version
 * @param version the schema version after it
 */
public record JudgedStep(
    Step step, List<JudgedChange> changes, Bump bump, SemanticVersion version) {

  public JudgedStep {
    changes = List.copyOf(changes);
  }
}
