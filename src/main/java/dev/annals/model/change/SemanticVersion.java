package dev.annals.model.change;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A semantic version (semver.org 2.0.0) of three numbers.
 *
 * @param major raised by breaking changes
 * @param minor raised by additions
 * @param patch raised by what users cannot tell
 */
public record SemanticVersion(int major, int minor, int patch)
    implements Comparable<SemanticVersion> {

  private static final Pattern TEXT = Pattern.compile("v?(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})");
  private static final Comparator<SemanticVersion> ORDER =
      Comparator.comparingInt(SemanticVersion::major)
          .thenComparingInt(SemanticVersion::minor)
          .thenComparingInt(SemanticVersion::patch);

  /**
   * Reads {@code 1.2.3} or {@code v1.2.3}.
   *
   * @throws IllegalArgumentException if the text is something else
   */
  public static SemanticVersion parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a semantic version: " + text);
    }
    return new SemanticVersion(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)));
  }

  /** The version after a bump. */
  public SemanticVersion next(Bump bump) {
    return switch (bump) {
      case NONE -> this;
      case PATCH -> new SemanticVersion(major, minor, patch + 1);
      case MINOR -> new SemanticVersion(major, minor + 1, 0);
      case MAJOR -> new SemanticVersion(major + 1, 0, 0);
    };
  }

  /** How far this is from another one, by the first number that differs. */
  public Bump since(SemanticVersion before) {
    if (major != before.major) {
      return Bump.MAJOR;
    }
    if (minor != before.minor) {
      return Bump.MINOR;
    }
    return patch == before.patch ? Bump.NONE : Bump.PATCH;
  }

  @Override
  public int compareTo(SemanticVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
