package dev.annals.model.story;

import dev.annals.model.history.Migration;
import dev.annals.model.schema.Deprecation;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Snapshot;
import java.util.List;

/**
 * A judged history, of which the team's pages have no part but for the deprecations that they
 * announce.
 *
 * @param engine what it was replayed on, {@code PostgreSQL 17}
 * @param initial the schema before the first migration
 * @param steps the migrations in order
 * @param undo rollback scripts
 * @param releases oldest first
 * @param lifelines of every object that ever was, sorted by address
 * @param waysBack how each step is taken back, in their order
 * @param successions columns that take the place of others, in the order in which they came
 * @param announced what pages say is to be used no longer
 * @param findings about the design, and about the safety of migrations
 * @param notes how the history was read
 */
public record JudgedPast(
    String engine,
    Snapshot initial,
    List<JudgedStep> steps,
    List<Migration> undo,
    List<Release> releases,
    List<Lifeline> lifelines,
    List<WayBack> waysBack,
    List<Succession> successions,
    List<Deprecation> announced,
    List<Finding> findings,
    List<String> notes) {

  public JudgedPast {
    steps = List.copyOf(steps);
    undo = List.copyOf(undo);
    releases = List.copyOf(releases);
    lifelines = List.copyOf(lifelines);
    waysBack = List.copyOf(waysBack);
    successions = List.copyOf(successions);
    announced = List.copyOf(announced);
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }

  /** The schema after the last step. */
  public Schema schema() {
    return steps.isEmpty() ? initial.schema() : steps.get(steps.size() - 1).step().after().schema();
  }
}
