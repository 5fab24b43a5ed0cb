package dev.annals.judge;

import dev.annals.judge.finding.FindingCatalogue;
import dev.annals.judge.finding.PageDeprecations;
import dev.annals.judge.finding.Reading;
import dev.annals.judge.finding.Story;
import dev.annals.model.schema.Deprecation;
import dev.annals.model.schema.Schema;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Environment;
import dev.annals.model.story.Finding;
import dev.annals.model.story.JudgedPast;
import dev.annals.model.story.Project;
import dev.annals.model.story.Rationale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What makes a judged past a story: the team's pages and the live databases.
 *
 * @param database the database's name
 * @param rationale the team's pages
 * @param extraFindings what was found before the judging, such as pages that cannot be read
 */
public record Telling(
    Project project,
    String database,
    List<Rationale> rationale,
    List<Environment> environments,
    List<Finding> extraFindings) {

  public Telling {
    rationale = rationale.stream().sorted(Comparator.comparing(Rationale::path)).toList();
    environments = List.copyOf(environments);
    extraFindings = List.copyOf(extraFindings);
  }

  /**
   * What pages say is to be used no longer, which a past is judged with.
   *
   * @param schema the schema after the last step
   */
  public static List<Deprecation> announcedBy(List<Rationale> pages, Schema schema) {
    return PageDeprecations.of(pages, schema);
  }

  /** The judged story, of a past that was judged with what these pages announce. */
  public Chronicle of(JudgedPast past, JudgeSettings settings) {
    Schema schema = past.schema();
    Story unread =
        new Story(
            project,
            schema,
            past.steps(),
            past.releases(),
            past.lifelines(),
            rationale,
            past.waysBack(),
            settings.expectations());
    Story story = unread.with(Reading.pages(unread));
    List<Finding> found = new ArrayList<>(extraFindings);
    found.addAll(DriftFindings.of(environments));
    found.addAll(past.findings());
    return new Chronicle(
        project,
        database,
        past.engine(),
        past.initial(),
        past.steps(),
        past.undo(),
        past.releases(),
        settings.initial(),
        past.lifelines(),
        story.rationale(),
        FindingCatalogue.find(story, found),
        environments,
        past.waysBack(),
        past.successions(),
        past.announced(),
        past.notes());
  }
}
