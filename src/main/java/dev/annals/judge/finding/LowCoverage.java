package dev.annals.judge.finding;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Coverage;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Importance;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Less is written down than the team wants. */
final class LowCoverage implements FindingRule {

  private static final int NAMED = 3;

  @Override
  public String id() {
    return "low-coverage";
  }

  @Override
  public List<Finding> find(Story story) {
    Expectations wanted = story.expectations();
    List<Finding> findings = new ArrayList<>();
    if (wanted.tables() == 0 && wanted.columns() == 0) {
      return findings;
    }
    Coverage coverage =
        Coverage.of(story.schema(), story.steps(), story.lifelines(), story.rationale());
    int tables = coverage.tables().size();
    check(
        "tables",
        "a page or a comment",
        coverage.tablesTold(),
        tables,
        wanted.tables(),
        findings,
        "Write what matters most first: " + first(story, coverage, false) + ".");
    check(
        "columns",
        "a note or a comment",
        coverage.columnsTold(),
        coverage.columns(),
        wanted.columns(),
        findings,
        "Begin with those of " + first(story, coverage, true) + ".");
    return findings;
  }

  private void check(
      String what,
      String which,
      int told,
      int all,
      int wanted,
      List<Finding> findings,
      String advice) {
    if (Coverage.percent(told, all) < wanted) {
      String message =
          "%d of %d %s (%d %%) have %s, and the team wants %d %%"
              .formatted(told, all, what, Coverage.percent(told, all), which, wanted);
      findings.add(new Finding(id(), Severity.ERROR, List.of(), message, advice, "", 0, ""));
    }
  }

  /** The weightiest tables that lack something. */
  private static String first(Story story, Coverage coverage, boolean columns) {
    Set<ObjectRef> lacking = new HashSet<>();
    for (Coverage.Told told : coverage.tables()) {
      boolean lacks = columns ? told.columnsTold() < told.columns().size() : !told.why().counts();
      if (lacks) {
        lacking.add(told.table());
      }
    }
    return Importance.of(story.schema(), story.lifelines()).ranked().stream()
        .filter(lacking::contains)
        .limit(NAMED)
        .map(ObjectRef::display)
        .collect(Collectors.joining(", "));
  }
}
