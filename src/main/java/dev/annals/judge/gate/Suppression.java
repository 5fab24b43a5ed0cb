package dev.annals.judge.gate;

import dev.annals.model.history.Migration;
import dev.annals.model.story.Finding;
import dev.annals.script.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment in a migration, {@code -- annals:ignore rule-id reason}: for the statement that follows
 * or that it stands in or behind, or for the whole file where it stands before its first statement.
 *
 * @param rule the rule's id; empty where the comment names none
 * @param reason why
 * @param path the file
 * @param line the comment's line
 * @param first the first line that it is about; 0 for the whole file
 * @param last the last line that it is about
 */
record Suppression(String rule, String reason, String path, int line, int first, int last) {

  private static final Pattern COMMENT =
      Pattern.compile("(?s)[\\s*-]*annals:ignore(?![\\w-])(.*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern RULES =
      Pattern.compile(
          "(?s)\\s*([a-z][a-z0-9-]*(?:\\s*,\\s*[a-z][a-z0-9-]*+)*+)(?![\\w,-])[\\s:]*(.*)");

  /** Those of a migration. */
  static List<Suppression> of(Migration migration) {
    if (!migration.sql().contains("annals:ignore")) {
      return List.of();
    }
    SqlScript script = SqlScript.of(migration.sql());
    List<Suppression> found = new ArrayList<>();
    for (SqlScript.Comment comment : script.comments()) {
      Matcher matcher = COMMENT.matcher(comment.text());
      if (matcher.matches()) {
        found.addAll(of(comment, matcher.group(1), migration.path(), script));
      }
    }
    return found;
  }

  private static List<Suppression> of(
      SqlScript.Comment comment, String text, String path, SqlScript script) {
    int line = comment.line();
    boolean head = script.statements().isEmpty() || line < script.statements().get(0).first();
    SqlScript.Statement about =
        head ? null : script.at(line).or(() -> script.from(line)).orElse(null);
    int first = head ? 0 : about == null ? line : about.first();
    int last = head ? Integer.MAX_VALUE : about == null ? line : about.last();
    Matcher matcher = RULES.matcher(text);
    if (!matcher.matches()) {
      return List.of(new Suppression("", "", path, line, first, last));
    }
    String reason = matcher.group(2).replaceAll("\\s+", " ").strip();
    return List.of(matcher.group(1).split("\\s*,\\s*")).stream()
        .map(rule -> new Suppression(rule, reason, path, line, first, last))
        .toList();
  }

  boolean covers(Finding finding) {
    return finding.rule().equals(rule)
        && finding.path().equals(path)
        && (first == 0 || (finding.line() >= first && finding.line() <= last));
  }
}
