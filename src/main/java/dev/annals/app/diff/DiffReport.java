package dev.annals.app.diff;

import dev.annals.judge.RuleBook;
import dev.annals.judge.gate.Gate;
import dev.annals.model.change.Level;
import dev.annals.model.gate.Report;
import dev.annals.model.gate.Threshold;
import dev.annals.model.schema.Snapshot;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Preview;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A preview as a report of findings, for the formats in which code hosts take those. */
final class DiffReport {

  private DiffReport() {}

  /**
   * What was found, and the changes that break users.
   *
   * @param failing from which level on a change is an error
   * @param home the file to point to where a finding has none
   * @param prefix the way from the root of the repository to the project, with a slash at its end
   * @param version of Annals
   */
  static Report of(
      Preview preview, Optional<Level> failing, String home, String prefix, String version) {
    List<Finding> findings = new ArrayList<>(preview.findings());
    findings.addAll(preview.pages());
    findings.addAll(new ChangeFindings(preview, failing).all());
    Chronicle story =
        new Chronicle(
            preview.project(),
            preview.database(),
            preview.engine(),
            Snapshot.EMPTY,
            preview.steps(),
            List.of(),
            List.of(),
            preview.from(),
            List.of(),
            List.of(),
            Gate.fingerprinted(findings),
            List.of(),
            preview.waysBack(),
            List.of(),
            List.of(),
            preview.notes());
    return new Report(
        story, Threshold.NEVER, "", List.of(), home, prefix, version, RuleBook.pages());
  }
}
