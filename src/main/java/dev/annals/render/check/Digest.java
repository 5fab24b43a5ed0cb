package dev.annals.render.check;

import dev.annals.model.gate.Report;
import dev.annals.model.story.Finding;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What of many findings a terminal tells: of each rule a few, what fails and what the newest
 * migrations bring first.
 */
final class Digest {

  /** More than so many findings are not read one by one. */
  private static final int MANY = 100;

  private static final int FEW = 5;
  private static final int FAILING = 15;

  private final Set<Finding> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final SortedMap<String, List<Finding>> byRule = new TreeMap<>();

  Digest(Report report) {
    Map<String, Integer> places = new HashMap<>();
    for (JudgedStep step : report.chronicle().steps()) {
      places.put(step.step().migration().name(), places.size());
    }
    Set<Finding> failing = Collections.newSetFromMap(new IdentityHashMap<>());
    failing.addAll(report.failing());
    for (Finding finding : report.told()) {
      byRule.computeIfAbsent(finding.rule(), rule -> new ArrayList<>()).add(finding);
    }
    Comparator<Finding> first =
        Comparator.comparing((Finding finding) -> !failing.contains(finding))
            .thenComparing(Finding::severity, Comparator.reverseOrder())
            .thenComparing(finding -> -places.getOrDefault(finding.migration(), -1));
    for (List<Finding> findings : byRule.values()) {
      findings.stream()
          .sorted(first)
          .limit(limit(findings, report.told().size(), failing))
          .forEach(chosen::add);
    }
  }

  private static int limit(List<Finding> findings, int all, Set<Finding> failing) {
    if (findings.stream().anyMatch(failing::contains)) {
      return all > MANY ? FAILING : findings.size();
    }
    boolean remarks = findings.stream().allMatch(each -> each.severity() == Severity.INFO);
    return all > MANY || (remarks && isInManyFiles(findings)) ? FEW : findings.size();
  }

  /** In one file they are counted anyway. */
  private static boolean isInManyFiles(List<Finding> findings) {
    return findings.stream().map(Finding::path).distinct().count() > FEW;
  }

  boolean tells(Finding finding) {
    return chosen.contains(finding);
  }

  boolean leavesOut() {
    return byRule.keySet().stream().anyMatch(this::leavesOut);
  }

  boolean leavesOut(String rule) {
    List<Finding> all = byRule.getOrDefault(rule, List.of());
    return told(all) < all.size();
  }

  /** The rules, those that found most first, with what they found. */
  List<List<Finding>> rules() {
    return byRule.values().stream()
        .sorted(Comparator.comparingInt((List<Finding> each) -> each.size()).reversed())
        .toList();
  }

  int told(List<Finding> findings) {
    return (int) findings.stream().filter(chosen::contains).count();
  }
}
