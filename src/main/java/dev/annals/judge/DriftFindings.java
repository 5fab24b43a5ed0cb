package dev.annals.judge;

import dev.annals.model.change.Change;
import dev.annals.model.gate.Report;
import dev.annals.model.story.Drift;
import dev.annals.model.story.Environment;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Severity;
import java.util.List;

/** What a live database has otherwise than its migrations say. */
final class DriftFindings {

  private DriftFindings() {}

  static List<Finding> of(List<Environment> environments) {
    return environments.stream()
        .flatMap(each -> each.drift().stream().map(change -> finding(each.name(), change)))
        .toList();
  }

  private static Finding finding(String environment, Change change) {
    return new Finding(
        Report.DRIFT,
        Severity.ERROR,
        List.of(change.subject()),
        "in " + environment + " " + Drift.words(change),
        "Write a migration for it, or take it back there.",
        "",
        0,
        "");
  }
}
