package dev.annals.judge.finding;

import dev.annals.model.Nearest;
import dev.annals.model.history.Migration;
import dev.annals.model.history.Observation;
import dev.annals.model.history.Step;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Table;
import dev.annals.model.story.Calendar;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Lifeline;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.Release;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** A table that is new, where the team wants new tables to come with a page that says why. */
final class NewTableWithoutPage implements FindingRule {

  @Override
  public String id() {
    return "new-table-without-page";
  }

  @Override
  public List<Finding> find(Story story) {
    Expectations wanted = story.expectations();
    if (!wanted.newTables()) {
      return List.of();
    }
    Calendar calendar = new Calendar(story.steps(), story.releases());
    if (!wanted.since().isEmpty() && !calendar.knows(wanted.since())) {
      return List.of(unknown(wanted.since(), story));
    }
    IntPredicate isNew =
        wanted.since().isEmpty()
            ? unreleased(story)::contains
            : step -> calendar.isSince(step, wanted.since());
    Set<ObjectRef> told = new HashSet<>();
    for (Rationale page : story.rationale()) {
      if (!page.stub() && !page.text().isBlank()) {
        told.addAll(page.about());
      }
    }
    List<Finding> findings = new ArrayList<>();
    for (Lifeline line : story.lifelines()) {
      if (line.alive() && line.born() >= 0 && isNew.test(line.born()) && isTable(line, story)) {
        if (!told.contains(line.ref())) {
          findings.add(finding(line, story));
        }
      }
    }
    return findings;
  }

  private static boolean isTable(Lifeline line, Story story) {
    return line.ref().kind() == ObjectKind.TABLE
        && story
            .schema()
            .find(line.ref())
            .filter(object -> !((Table) object).isPartition())
            .isPresent();
  }

  private static Set<Integer> unreleased(Story story) {
    Set<Integer> steps = new HashSet<>();
    for (Release release : story.releases()) {
      if (release.cut().name().equals(Release.UNRELEASED)) {
        steps.addAll(release.steps());
      }
    }
    return steps;
  }

  private Finding finding(Lifeline line, Story story) {
    ObjectRef table = line.ref();
    Step step = story.steps().get(line.born()).step();
    Migration migration = step.migration();
    int first =
        step.observation().statements().stream()
            .filter(statement -> statement.touched().contains(line.names().get(0)))
            .mapToInt(Observation.Statement::line)
            .findFirst()
            .orElse(1);
    return new Finding(
        id(),
        Severity.ERROR,
        List.of(table),
        "table "
            + table.display()
            + " is new in migration "
            + migration.name()
            + ", without a page",
        "Write "
            + story.project().rationale()
            + "/"
            + table.display()
            + ".md, or let annals init --tables "
            + table.display()
            + " begin it: why is the table there?",
        migration.path(),
        first,
        migration.name());
  }

  private Finding unknown(String since, Story story) {
    List<String> releases = story.releases().stream().map(release -> release.cut().name()).toList();
    return new Finding(
        id(),
        Severity.ERROR,
        List.of(),
        "which tables are new is not known: check.coverage.since is \""
            + since
            + "\", which is no release, migration or day",
        Nearest.suggestion(since, releases),
        "annals.yml",
        0,
        "");
  }
}
