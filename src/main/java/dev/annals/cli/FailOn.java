package dev.annals.cli;

import dev.annals.model.Nearest;
import dev.annals.model.Problem;
import dev.annals.model.change.Level;
import dev.annals.model.gate.Report;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Preview;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From when on a preview is a failure. */
record FailOn(Optional<Level> level, Optional<Severity> severity) {

  private static final List<String> KNOWN =
      List.of("breaking", "potentially-breaking", "error", "warning", "info", "never");

  /**
   * Reads the words of an option.
   *
   * @throws Problem if one is not known
   */
  static FailOn of(List<String> words) {
    List<Level> levels = new ArrayList<>();
    List<Severity> severities = new ArrayList<>();
    for (String word : words) {
      switch (word.strip()) {
        case "breaking" -> levels.add(Level.BREAKING);
        case "potentially-breaking" -> levels.add(Level.POTENTIALLY_BREAKING);
        case "error" -> severities.add(Severity.ERROR);
        case "warning" -> severities.add(Severity.WARNING);
        case "info" -> severities.add(Severity.INFO);
        case "never" -> levels.addAll(List.of());
        default -> {
          String near = Nearest.suggestion(word, KNOWN);
          throw Problem.usage(
              "reading --fail-on: \"" + word + "\" is not known",
              near.isEmpty() ? "Known: " + String.join(", ", KNOWN) + "." : near);
        }
      }
    }
    return new FailOn(
        levels.stream().min(Level::compareTo), severities.stream().min(Severity::compareTo));
  }

  /** Which exit code a preview ends with: drift has one of its own, where nothing else fails. */
  int code(Preview preview) {
    boolean changes =
        level.isPresent()
            && preview.changes().stream()
                .anyMatch(judged -> judged.verdict().level().compareTo(level.get()) >= 0);
    List<Finding> findings = findings(preview);
    boolean drift =
        !findings.isEmpty() && findings.stream().allMatch(f -> f.rule().equals(Report.DRIFT));
    return changes || !(drift || findings.isEmpty()) ? 1 : drift ? 4 : 0;
  }

  private List<Finding> findings(Preview preview) {
    return severity
        .map(
            least ->
                Stream.concat(preview.findings().stream(), preview.pages().stream())
                    .filter(finding -> finding.severity().compareTo(least) >= 0)
                    .toList())
        .orElse(List.of());
  }
}
