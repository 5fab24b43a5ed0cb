package dev.annals.model.story;

import dev.annals.model.change.Bump;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.SemanticVersion;
import dev.annals.model.history.Cut;
import java.util.List;

/**
 * A cut that the team made: a range of migrations and their net effect.
 *
 * @param cut the cut itself, with its schema
 * @param steps indexes of the steps it brought, in order
 * @param changes the net effect, against the release before
 * @param bump the bump that the net effect needs; none for the first, before which there was
 *     nothing
 * @param version the schema version that it ends on
 */
public record Release(
    Cut cut, List<Integer> steps, List<JudgedChange> changes, Bump bump, SemanticVersion version) {

  /** The name of the release that holds the migrations after the last cut. */
  public static final String UNRELEASED = "Unreleased";

  public Release {
    steps = List.copyOf(steps);
    changes = List.copyOf(changes);
  }
}
