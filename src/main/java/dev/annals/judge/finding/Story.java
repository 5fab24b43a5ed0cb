package dev.annals.judge.finding;

import dev.annals.model.schema.Schema;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Lifeline;
import dev.annals.model.story.Project;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.Release;
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
 */
public record Story(
    Project project,
    Schema schema,
    List<JudgedStep> steps,
    List<Release> releases,
    List<Lifeline> lifelines,
    List<Rationale> rationale) {

  public Story {
    steps = List.copyOf(steps);
    releases = List.copyOf(releases);
    lifelines = List.copyOf(lifelines);
    rationale = List.copyOf(rationale);
  }

  /** How people call the migration of a step. */
  String migration(int step) {
    return steps.get(step).step().migration().name();
  }
}
