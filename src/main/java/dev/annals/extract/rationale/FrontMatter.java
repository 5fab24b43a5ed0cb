package dev.annals.extract.rationale;

import dev.annals.model.Nearest;
import dev.annals.model.Problem;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Severity;
import dev.annals.yaml.YamlMap;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What stands between two lines of {@code ---} at the top of a page, and the text below.
 *
 * @param values the front matter; empty where there is none
 * @param body the text below
 * @param bodyLine the line on which that begins, counted from 1
 */
record FrontMatter(YamlMap values, String body, int bodyLine) {

  /** The keys that say what a page is about. */
  static final List<String> SUBJECTS = List.of("table", "view", "routine", "type");

  private static final List<String> OTHERS =
      List.of("area", "owners", "tags", "status", "reviewed", "supersedes", "decisions", "title");

  /**
   * Parts a file.
   *
   * @throws Problem if the front matter is not closed or no YAML mapping
   */
  static FrontMatter of(String raw, String path) {
    String text = (raw.startsWith("\uFEFF") ? raw.substring(1) : raw).replace("\r\n", "\n");
    if (!text.startsWith("---\n")) {
      return new FrontMatter(YamlMap.parse("", path, value -> value), text, 1);
    }
    int end = text.indexOf("\n---", 3);
    while (end >= 0 && end + 4 < text.length() && !isLineEnd(text, end + 4)) {
      end = text.indexOf("\n---", end + 4);
    }
    if (end < 0) {
      boolean meant = text.substring(4).matches("(?s)[A-Za-z][A-Za-z0-9_-]*:.*");
      if (!meant) {
        return new FrontMatter(YamlMap.parse("", path, value -> value), text, 1);
      }
      throw Problem.usage(
          "reading " + path + ":1: the front matter is not closed",
          "Write a second line of --- below it.");
    }
    // with its own first line, so that lines are those of the file
    YamlMap values = YamlMap.parse(text.substring(0, end + 1), path, value -> value);
    int below = text.indexOf('\n', end + 1);
    int line = (int) text.substring(0, end + 1).chars().filter(c -> c == '\n').count() + 2;
    return new FrontMatter(values, below < 0 ? "" : text.substring(below + 1), line);
  }

  private static boolean isLineEnd(String text, int at) {
    int newline = text.indexOf('\n', at);
    return text.substring(at, newline < 0 ? text.length() : newline).isBlank();
  }

  /** Which keys there are, for advice. */
  static String known() {
    return "Known: " + String.join(", ", SUBJECTS) + ", " + String.join(", ", OTHERS) + ".";
  }

  /** What the page says it is about; empty where it does not. */
  String subject() {
    List<String> said = SUBJECTS.stream().filter(key -> !values.text(key, "").isEmpty()).toList();
    if (said.size() > 1) {
      throw Problem.usage(
          "reading %s:%d: the page is about a %s and about a %s"
              .formatted(values.file(), values.line(said.get(1)), said.get(0), said.get(1)),
          "Keep one of them: a page is about one thing.");
    }
    return said.isEmpty() ? "" : values.text(said.get(0), "");
  }

  /** Keys that are not ours, as texts. */
  SortedMap<String, String> extra() {
    SortedMap<String, String> extra = new TreeMap<>(values.asTexts());
    extra.keySet().removeAll(SUBJECTS);
    extra.keySet().removeIf(key -> OTHERS.contains(key) && !key.equals("title"));
    return extra;
  }

  /** Keys that are nearly ours; others may be some other tool's. */
  List<Finding> mistakes(String path) {
    List<String> known = new ArrayList<>(SUBJECTS);
    known.addAll(OTHERS);
    List<Finding> findings = new ArrayList<>();
    for (String key : values.keys()) {
      String near = known.contains(key) ? "" : Nearest.suggestion(key, known);
      if (!near.isEmpty()) {
        findings.add(
            new Finding(
                "unknown-front-matter",
                Severity.WARNING,
                List.of(),
                "the key \"" + key + "\" means nothing here. " + near,
                known(),
                path,
                values.line(key),
                ""));
      }
    }
    return findings;
  }
}
