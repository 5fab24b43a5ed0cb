package dev.annals.app.config;

import dev.annals.judge.finding.Expectations;
import dev.annals.model.Problem;
import dev.annals.yaml.YamlMap;

/** Reads how much a team wants to be written down. */
final class CoverageReader {

  private CoverageReader() {}

  static Expectations read(YamlMap coverage) {
    coverage.allow("tables", "columns", "new-tables", "since");
    String newTables = coverage.text("new-tables", "optional");
    if (!newTables.equals("required") && !newTables.equals("optional")) {
      throw wrong(coverage, "new-tables", newTables, "Known: optional, required.");
    }
    return new Expectations(
        percent(coverage, "tables"),
        percent(coverage, "columns"),
        newTables.equals("required"),
        coverage.text("since", ""));
  }

  private static int percent(YamlMap coverage, String key) {
    String text = coverage.text(key, "0").replaceFirst("\\s*%$", "");
    int percent = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 101;
    if (percent > 100) {
      throw wrong(coverage, key, text, "Write a share in per cent, from 0 to 100.");
    }
    return percent;
  }

  private static Problem wrong(YamlMap yaml, String key, String text, String advice) {
    return Problem.usage(
        "reading %s:%d: check.coverage.%s cannot be \"%s\""
            .formatted(yaml.file(), yaml.line(key), key, text),
        advice);
  }
}
