package dev.annals.judge.gate;

import dev.annals.judge.design.DesignCatalogue;
import dev.annals.judge.rules.RuleCatalogue;
import dev.annals.judge.safety.SafetyCatalogue;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Verdict;
import dev.annals.model.history.Migration;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Finding;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** What a team thinks of rules, put in the place of what they think themselves. */
final class Levels {

  private final SortedMap<String, RuleLevel> levels;

  Levels(SortedMap<String, RuleLevel> levels) {
    this.levels = levels;
  }

  /** The findings that are left, at the team's levels. */
  List<Finding> of(List<Finding> findings) {
    List<Finding> left = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      RuleLevel level = levels.get(finding.rule());
      if (level == null || (level != RuleLevel.OFF && isDoubtful(finding))) {
        left.add(finding);
      } else if (level != RuleLevel.OFF) {
        left.add(finding.withSeverity(level.severity()));
      }
    }
    return left;
  }

  /** Less sure than its rule is as a rule, or past: that stays the hint that it is. */
  private static boolean isDoubtful(Finding finding) {
    if (SafetyCatalogue.rule(finding.rule()).isPresent()) {
      return finding.severity() == Severity.HINT;
    }
    Confidence usual =
        DesignCatalogue.rule(finding.rule()).map(rule -> rule.confidence()).orElse(Confidence.LOW);
    return finding.confidence().compareTo(usual) < 0;
  }

  /** Changes are findings where the team has given their rule a level. */
  List<Finding> verdicts(Chronicle chronicle) {
    List<Finding> findings = new ArrayList<>();
    for (JudgedStep step : chronicle.steps()) {
      for (JudgedChange change : step.changes()) {
        String rule = change.verdict().rule();
        RuleLevel level = levels.get(rule);
        if (level != null && level != RuleLevel.OFF && RuleCatalogue.rule(rule).isPresent()) {
          findings.add(finding(change, level, step.step().migration()));
        }
      }
    }
    return findings;
  }

  private static Finding finding(JudgedChange change, RuleLevel level, Migration migration) {
    Verdict verdict = change.verdict();
    return new Finding(
        verdict.rule(),
        level.severity(),
        Confidence.HIGH,
        List.of(change.change().subject()),
        verdict.summary(),
        String.join(" ", verdict.notes().stream().map(note -> note + ".").toList()),
        verdict.instead().isEmpty() ? "" : verdict.instead() + ".",
        migration.path(),
        0,
        migration.name(),
        "");
  }
}
