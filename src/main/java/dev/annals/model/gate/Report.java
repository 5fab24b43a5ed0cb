package dev.annals.model.gate;

import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Finding;
import dev.annals.model.story.RulePage;
import dev.annals.model.story.Severity;
import java.util.List;

/**
 * What a check found, as every format tells it.
 *
 * @param chronicle the story, with its findings after the team's policy
 * @param threshold from which severity on findings fail
 * @param baseline the baseline's file; empty where there is none
 * @param gone what the baseline lists and is no longer found
 * @param home the file to point to where a finding has none: the configuration
 * @param prefix the way from the root of the repository to the project's folder, with a slash at
 *     its end; empty where they are the same
 * @param version of Annals
 * @param rules what is written about the rules
 */
public record Report(
    Chronicle chronicle,
    Threshold threshold,
    String baseline,
    List<Baseline.Entry> gone,
    String home,
    String prefix,
    String version,
    List<RulePage> rules) {

  /** The rule of differences between a live database and its migrations. */
  public static final String DRIFT = "drift";

  public Report {
    gone = List.copyOf(gone);
    rules = List.copyOf(rules);
  }

  /** All findings. */
  public List<Finding> findings() {
    return chronicle.findings();
  }

  /** Those that are told: not ignored, not in the baseline, and more than a hint. */
  public List<Finding> told() {
    return findings().stream()
        .filter(Finding::open)
        .filter(finding -> finding.severity() != Severity.HINT)
        .toList();
  }

  /** Those that fail the check. */
  public List<Finding> failing() {
    return findings().stream().filter(this::fails).toList();
  }

  /** True for a finding that fails the check. */
  public boolean fails(Finding finding) {
    return finding.open() && threshold.fails(finding.severity());
  }

  /** How many of those that are told have this severity. */
  public long count(Severity severity) {
    return told().stream().filter(finding -> finding.severity() == severity).count();
  }

  /** The file of a finding, from the root of the repository. */
  public String file(Finding finding) {
    return prefix + (finding.path().isEmpty() ? home : finding.path());
  }
}
