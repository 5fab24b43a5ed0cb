package dev.annals.judge;

import dev.annals.judge.design.Scrutiny;
import dev.annals.judge.finding.Expectations;
import dev.annals.model.change.Bump;
import dev.annals.model.change.Level;
import dev.annals.model.change.SemanticVersion;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a team may decide about its schema version, and about what is told of its schema.
 *
 * @param initial the version after the first migration
 * @param potentiallyBreaking by how much a change raises the version of which the schema alone
 *     cannot say whether it breaks somebody
 * @param breakingBeforeOne by how much a breaking change raises a version below 1.0.0, of which
 *     semver.org says that anything may change: {@link Bump#MINOR}, with all else a patch, or
 *     {@link Bump#MAJOR}, as later
 * @param overrides rules of which the team thinks otherwise, by id
 * @param design how much of what the design rules find is told plainly
 * @param expectations how much is to be written down
 */
public record JudgeSettings(
    SemanticVersion initial,
    Bump potentiallyBreaking,
    Bump breakingBeforeOne,
    SortedMap<String, OwnLevel> overrides,
    Scrutiny design,
    Expectations expectations) {

  /** From 1.0.0 on; what may break somebody is a minor version. */
  public static final JudgeSettings DEFAULT =
      new JudgeSettings(
          new SemanticVersion(1, 0, 0),
          Bump.MINOR,
          Bump.MINOR,
          new TreeMap<>(),
          Scrutiny.HIGH,
          Expectations.NONE);

  public JudgeSettings {
    overrides = new TreeMap<>(overrides);
  }

  /**
   * What a team thinks of one rule's changes.
   *
   * @param level how far they go for its users
   * @param reason why, in the team's words
   */
  public record OwnLevel(Level level, String reason) {}

  /** The same with these overrides. */
  public JudgeSettings withOverrides(Map<String, OwnLevel> others) {
    return new JudgeSettings(
        initial,
        potentiallyBreaking,
        breakingBeforeOne,
        new TreeMap<>(others),
        design,
        expectations);
  }

  /** The same with these expectations. */
  public JudgeSettings with(Expectations wanted) {
    return new JudgeSettings(
        initial, potentiallyBreaking, breakingBeforeOne, overrides, design, wanted);
  }

  /** By how much a change of that level raises this version. */
  public Bump bump(Level level, SemanticVersion version) {
    Bump bump = bump(level);
    if (version.major() > 0 || breakingBeforeOne == Bump.MAJOR) {
      return bump;
    }
    return bump == Bump.MAJOR ? breakingBeforeOne : Bump.PATCH;
  }

  private Bump bump(Level level) {
    return switch (level) {
      case EQUIVALENT -> Bump.PATCH;
      case NON_BREAKING -> Bump.MINOR;
      case POTENTIALLY_BREAKING -> potentiallyBreaking;
      case BREAKING -> Bump.MAJOR;
    };
  }
}
