package dev.annals.app.config;

import java.util.List;

/**
 * Where the releases come from.
 *
 * @param from the source
 * @param match the pattern of tag names
 * @param listed the releases that are listed
 * @param range which of them are to be told
 */
public record ReleasesConfig(Source from, String match, List<Listed> listed, Range range) {

  public ReleasesConfig {
    listed = List.copyOf(listed);
  }

  /** What says that a release is one. */
  public enum Source {
    /** Git tags where there are any that fit, migrations otherwise. */
    FOUND,
    GIT_TAGS,
    LIST,
    MIGRATIONS
  }

  /**
   * One release of a list.
   *
   * @param version {@code 1.4}
   * @param through the last migration that it holds: a version
   * @param date the day, {@code 2024-05-31}; may be empty
   * @param title a few words; may be empty
   */
  public record Listed(String version, String through, String date, String title) {}
}
