package dev.annals.judge;

import dev.annals.judge.design.Scrutiny;
import dev.annals.model.change.Bump;
import dev.annals.model.change.Level;
import dev.annals.model.change.SemanticVersion;

/**
 * What a team may decide about its schema version, and about what is told of its schema.
 *
 * @param initial the version after the first migration
 * @param potentiallyBreaking by how much a change raises the version of which the schema alone
 *     cannot say whether it breaks somebody
 * @param design how much of what the design rules find is told plainly
 */
public record JudgeSettings(SemanticVersion initial, Bump potentiallyBreaking, Scrutiny design) {

  /** From 1.0.0 on; what may break somebody is a minor version. */
  public static final JudgeSettings DEFAULT =
      new JudgeSettings(new SemanticVersion(1, 0, 0), Bump.MINOR, Scrutiny.HIGH);

  /** By how much a change of that level raises the version. */
  public Bump bump(Level level) {
    return switch (level) {
      case EQUIVALENT -> Bump.PATCH;
      case NON_BREAKING -> Bump.MINOR;
      case POTENTIALLY_BREAKING -> potentiallyBreaking;
      case BREAKING -> Bump.MAJOR;
    };
  }
}
