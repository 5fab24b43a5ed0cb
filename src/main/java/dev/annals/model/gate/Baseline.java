package dev.annals.model.gate;

import dev.annals.model.story.Finding;
import dev.annals.model.story.Severity;
import java.util.Comparator;
import java.util.List;

/**
 * Findings that were there when a team began to check, and that it does not want to hear of.
 *
 * @param entries sorted by rule and fingerprint
 */
public record Baseline(List<Entry> entries) {

  /** None. */
  public static final Baseline NONE = new Baseline(List.of());

  public Baseline {
    entries =
        entries.stream()
            .sorted(Comparator.comparing(Entry::rule).thenComparing(Entry::fingerprint))
            .toList();
  }

  /** All that is not ignored, from remarks up. */
  public static Baseline of(List<Finding> findings) {
    return new Baseline(
        findings.stream()
            .filter(finding -> finding.ignored().isEmpty())
            .filter(finding -> finding.severity() != Severity.HINT)
            .map(f -> new Entry(f.fingerprint(), f.rule(), f.path(), f.message()))
            .toList());
  }

  /**
   * One of them. Only the fingerprint counts; the rest is for those who read the file.
   *
   * @param fingerprint what a finding is known by, wherever its line moves
   * @param rule its rule
   * @param path its file
   * @param message what was said
   */
  public record Entry(String fingerprint, String rule, String path, String message) {}
}
