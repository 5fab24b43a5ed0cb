package dev.annals.app.diff;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;

/** Patterns of files, as {@code consumers} has them. */
final class Globs {

  private Globs() {}

  static boolean match(List<String> patterns, String path) {
    return patterns.stream()
        .map(pattern -> pattern.startsWith("./") ? pattern.substring(2) : pattern)
        .anyMatch(
            pattern ->
                FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(Path.of(path)));
  }
}
