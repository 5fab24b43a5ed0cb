package dev.annals.app;

import dev.annals.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tags that cannot be releases, since Flyway refuses their files or the server does: an old one
 * whose folders nobody can mend any more stands in nobody's way. What it brought is told with the
 * next release.
 */
final class LeftOut {

  private final Map<String, List<String>> tags = new LinkedHashMap<>();

  void add(String tag, Problem problem) {
    String why = firstLine(problem.getMessage());
    tags.computeIfAbsent(why, key -> new ArrayList<>()).add(tag);
  }

  /** One note for each reason. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    tags.forEach(
        (why, names) -> {
          boolean one = names.size() == 1;
          notes.add(
              "%s %s here: %s. What %s brought is told with the next release; releases: match in annals.yml says which tags count"
                  .formatted(
                      (one ? "the tag " : "the tags ") + few(names),
                      one ? "is no release" : "are no releases",
                      why,
                      one ? "it" : "they"));
        });
    return notes;
  }

  /** The problem with a tag that was asked for, or is the newest. */
  static Problem unusable(String tag, Problem problem) {
    return Problem.failure(
        "reading the release " + tag + " as its git tag has it: " + problem.getMessage(),
        "Nothing was published. Choose another tag (releases: { from: git-tags, match: … }), or list"
            + " your releases (releases: { from: list, … }).",
        problem);
  }

  private static String few(List<String> names) {
    int size = names.size();
    return size <= 4
        ? String.join(", ", names)
        : names.get(0) + " to " + names.get(size - 1) + " (" + size + ")";
  }

  private static String firstLine(String message) {
    return message.strip().replaceFirst("(?s)\\s*[\\r\\n].*", "").replaceFirst("[.:]$", "");
  }
}
