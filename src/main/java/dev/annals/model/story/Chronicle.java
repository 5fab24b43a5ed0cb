package dev.annals.model.story;

import dev.annals.model.change.SemanticVersion;
import dev.annals.model.history.Migration;
import dev.annals.model.schema.Deprecation;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * The judged story of one database. Every output is a rendering of this one value.
 *
 * @param project what the team says about itself
 * @param database the database's name
 * @param engine what it was replayed on, {@code PostgreSQL 17}
 * @param initial the schema before the first migration
 * @param steps the migrations in order
 * @param undo rollback scripts
 * @param releases oldest first
 * @param initialVersion the schema version before the first step has changed it
 * @param lifelines of every object that ever was, sorted by address
 * @param rationale the team's pages, sorted by path
 * @param findings sorted: most severe first, then by rule and message
 * @param environments in the order of the configuration
 * @param waysBack how each step is taken back, in their order
 * @param successions columns that take the place of others, in the order in which they came
 * @param deprecations what pages say is to be used no longer; comments say it on their objects
 * @param notes how the history was read
 */
public record Chronicle(
    Project project,
    String database,
    String engine,
    Snapshot initial,
    List<JudgedStep> steps,
    List<Migration> undo,
    List<Release> releases,
    SemanticVersion initialVersion,
    List<Lifeline> lifelines,
    List<Rationale> rationale,
    List<Finding> findings,
    List<Environment> environments,
    List<WayBack> waysBack,
    List<Succession> successions,
    List<Deprecation> deprecations,
    List<String> notes) {

  public Chronicle {
    steps = List.copyOf(steps);
    undo = List.copyOf(undo);
    releases = List.copyOf(releases);
    lifelines = List.copyOf(lifelines);
    rationale = List.copyOf(rationale);
    findings = List.copyOf(findings);
    environments = List.copyOf(environments);
    waysBack = List.copyOf(waysBack);
    successions = List.copyOf(successions);
    deprecations = List.copyOf(deprecations);
    notes = List.copyOf(notes);
  }

  /** The same with other findings. */
  public Chronicle withFindings(List<Finding> others) {
    return new Chronicle(
        project,
        database,
        engine,
        initial,
        steps,
        undo,
        releases,
        initialVersion,
        lifelines,
        rationale,
        others,
        environments,
        waysBack,
        successions,
        deprecations,
        notes);
  }

  /** The release that one of them is compared with; nothing for the first. */
  public Optional<Release> before(Release release) {
    int number = releases.indexOf(release);
    int before = number < 0 ? -1 : Release.before(releases, number);
    return before < 0 ? Optional.empty() : Optional.of(releases.get(before));
  }

  /** The schema after the last step. */
  public Schema schema() {
    return steps.isEmpty() ? initial.schema() : steps.get(steps.size() - 1).step().after().schema();
  }

  /** The schema version after the last step. */
  public SemanticVersion version() {
    return steps.isEmpty() ? initialVersion : steps.get(steps.size() - 1).version();
  }
}
