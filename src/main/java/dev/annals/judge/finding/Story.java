package dev.annals.judge.finding;

import dev.annals.model.schema.Schema;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Lifeline;
import dev.annals.model.story.Project;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.Release;
import dev.annals.model.story.WayBack;
import java.util.List;

/**
 * What a finding rule may look at: a judged history and the team's pages.
 *
 * @param project what the team says about itself
 * @param schema the schema after the last step
 * @param steps the migrations in order
 * @param releases oldest first
 * @param lifelines of every object that ever was
 * @param rationale the team's pages, sorted by path
 * @param waysBack how each step is taken back, in their order
 * @param expectations how much the team wants to be written down
 */
public record Story(
    Project project,
    Schema schema,
    List<JudgedStep> steps,
    List<Release> releases,
    List<Lifeline> lifelines,
    List<Rationale> rationale,
    List<WayBack> waysBack,
    Expectations expectations) {

  public Story {
    steps = List.copyOf(steps);
    releases = List.copyOf(releases);
    lifelines = List.copyOf(lifelines);
    rationale = List.copyOf(rationale);
    waysBack = List.copyOf(waysBack);
  }

  /** The same with pages of which more is known. */
  public Story with(List<Rationale> pages) {
    return new Story(project, schema, steps, releases, lifelines, pages, waysBack, expectations);
  }

  /** How people call the migration of a step. */
  String migration(int step) {
    return steps.get(step).step().migration().name();
  }
}
