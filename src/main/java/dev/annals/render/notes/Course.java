package dev.annals.render.notes;

import dev.annals.model.change.Bump;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Release;

/**
 * Says why the schema version rose by another step than the release as a whole asks for: it counts
 * the migrations one by one, as their files read now.
 */
public final class Course {

  private Course() {}

  /**
   * One sentence about one of a story's releases; empty where the two agree, or it is the first. Of
   * one that is none of the main history, which it follows: its own version is counted from there.
   */
  public static String of(Chronicle chronicle, Release release) {
    String line = LineWords.sentence(chronicle, release);
    return line.isEmpty()
        ? chronicle.before(release).map(before -> of(before, release)).orElse("")
        : line;
  }

  /** One sentence; empty where the two agree. */
  static String of(Release before, Release release) {
    Bump counted = release.version().since(before.version());
    Bump needed = release.bump();
    boolean first = needed == Bump.NONE && !release.changes().isEmpty();
    if (counted == needed || first) {
      return "";
    }
    if (needed.compareTo(counted) < 0) {
      return "The schema version rose by a %s step, since it counts each migration by itself; taken together they %s."
          .formatted(
              counted.label(),
              needed == Bump.NONE ? "come to nothing" : "are a " + needed.label() + " one");
    }
    return "The schema version %s, since it counts the migrations as their files read now; between the schemas of the two releases lies a %s step."
        .formatted(
            counted == Bump.NONE ? "did not rise" : "rose by a " + counted.label() + " step only",
            needed.label());
  }
}
