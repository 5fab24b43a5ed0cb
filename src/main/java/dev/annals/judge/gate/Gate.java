package dev.annals.judge.gate;

import dev.annals.judge.RuleBook;
import dev.annals.judge.finding.FindingCatalogue;
import dev.annals.judge.finding.FindingPages;
import dev.annals.model.Nearest;
import dev.annals.model.gate.Baseline;
import dev.annals.model.history.Migration;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Importance;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lets a team decide about findings: levels, what is ignored and why, what was there before. */
public final class Gate {

  /** Something says that it ignores, and there is nothing that it ignores. */
  public static final String UNUSED = "unused-ignore";

  /** A comment that was meant to ignore something, and cannot. */
  public static final String INVALID = "invalid-ignore";

  private final Chronicle chronicle;
  private final GateSettings settings;
  private final List<Finding> more = new ArrayList<>();

  private Gate(Chronicle chronicle, GateSettings settings) {
    this.chronicle = chronicle;
    this.settings = settings;
  }

  /**
   * What comes out.
   *
   * @param chronicle the same story, its findings as the team sees them
   * @param gone what the baseline lists and is no longer found
   */
  public record Outcome(Chronicle chronicle, List<Baseline.Entry> gone) {
    public Outcome {
      gone = List.copyOf(gone);
    }
  }

  /** Applies a policy and a baseline to the findings of a story. */
  public static Outcome apply(Chronicle chronicle, GateSettings settings, Baseline baseline) {
    return new Gate(chronicle, settings).outcome(baseline);
  }

  /** Findings of which no history is known, each with a fingerprint: its own, if it has one. */
  public static List<Finding> fingerprinted(List<Finding> findings) {
    return Fingerprints.withoutHistory(findings);
  }

  private Outcome outcome(Baseline baseline) {
    Levels levels = new Levels(settings.levels());
    List<Finding> found = new ArrayList<>(chronicle.findings());
    found.addAll(levels.verdicts(chronicle));
    found = levels.of(found);
    found = ignored(found);
    found.addAll(levels.of(more));
    List<Finding> marked = new Fingerprints(chronicle).on(found);
    Set<String> known =
        baseline.entries().stream().map(Baseline.Entry::fingerprint).collect(Collectors.toSet());
    marked.replaceAll(
        finding ->
            finding.ignored().isEmpty() && known.contains(finding.fingerprint())
                ? finding.asKnown()
                : finding);
    Set<String> there =
        marked.stream()
            .filter(Finding::known)
            .map(Finding::fingerprint)
            .collect(Collectors.toCollection(HashSet::new));
    List<Baseline.Entry> gone =
        baseline.entries().stream().filter(each -> !there.contains(each.fingerprint())).toList();
    Importance importance = Importance.of(chronicle.schema(), chronicle.lifelines());
    return new Outcome(chronicle.withFindings(FindingCatalogue.sorted(marked, importance)), gone);
  }

  private List<Finding> ignored(List<Finding> findings) {
    List<Finding> result = new ArrayList<>(findings);
    for (Ignore ignore : settings.ignores()) {
      if (!mark(result, ignore::covers, ignore.reason()) && here(ignore.rule())) {
        unused(ignore.what(), ignore.file(), ignore.line());
      }
    }
    Map<String, Migration> files =
        Stream.concat(
                chronicle.steps().stream().map(JudgedStep::step).map(step -> step.migration()),
                chronicle.undo().stream())
            .collect(Collectors.toMap(Migration::path, each -> each, (a, b) -> a));
    files.values().stream()
        .flatMap(migration -> Suppression.of(migration).stream())
        .filter(this::isValid)
        .forEach(
            each -> {
              if (!mark(result, each::covers, each.reason()) && here(each.rule())) {
                unused(each.rule(), each.path(), each.line());
              }
            });
    return result;
  }

  /** What only previews find is not missed elsewhere, nor in the next preview. */
  private static boolean here(String rule) {
    return !FindingPages.ofPreviews(rule);
  }

  private static boolean mark(List<Finding> findings, Predicate<Finding> covered, String reason) {
    boolean used = false;
    for (int i = 0; i < findings.size(); i++) {
      if (covered.test(findings.get(i))) {
        used = true;
        findings.set(i, findings.get(i).ignoredBecause(reason));
      }
    }
    return used;
  }

  private boolean isValid(Suppression suppression) {
    Set<String> ids = RuleBook.ids();
    String wrong =
        suppression.rule().isEmpty()
            ? "it names no rule"
            : !ids.contains(suppression.rule())
                ? "there is no rule \"" + suppression.rule() + "\""
                : suppression.reason().isEmpty() ? "it gives no reason" : "";
    if (wrong.isEmpty()) {
      return true;
    }
    String near =
        ids.contains(suppression.rule()) ? "" : Nearest.suggestion(suppression.rule(), ids);
    more.add(
        new Finding(
            INVALID,
            Severity.ERROR,
            List.of(),
            "this comment ignores nothing: " + wrong,
            near.isEmpty() ? "Write -- annals:ignore rule-id and why." : near,
            suppression.path(),
            suppression.line(),
            ""));
    return false;
  }

  private void unused(String what, String file, int line) {
    more.add(
        new Finding(
            UNUSED,
            Severity.WARNING,
            List.of(),
            "nothing is found any more that is ignored here: " + what,
            "Take it away, so that it hides nothing later.",
            file,
            line,
            ""));
  }
}
