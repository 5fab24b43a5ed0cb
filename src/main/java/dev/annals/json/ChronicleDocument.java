package dev.annals.json;

import dev.annals.model.change.Bump;
import dev.annals.model.change.SemanticVersion;
import dev.annals.model.change.Verdict;
import dev.annals.model.history.Commit;
import dev.annals.model.history.Migration;
import dev.annals.model.history.Observation;
import dev.annals.model.schema.Deprecation;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.story.Environment;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Lifeline;
import dev.annals.model.story.Project;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.Succession;
import dev.annals.model.story.WayBack;
import dev.annals.model.witness.Evidence;
import java.util.List;
import java.util.SortedMap;

/**
 * {@code chronicle.json}: the whole judged story, in two parts that {@link Rows} write: what is
 * past, and what is told about it.
 *
 * @param past what the team's pages have no part in
 * @param told what they decide about
 */
public record ChronicleDocument(Past past, Told told) {

  /**
   * What the team's pages have no part in. Every value that an object ever had is written once, in
   * {@code objects}, with the span of steps in which it held; everything else points there by its
   * number, counted from 1 through all of them.
   *
   * @param project what the team says about itself
   * @param database the database's name
   * @param engine {@code PostgreSQL 17}
   * @param initialVersion the schema version before the first change
   * @param objects every value of every object
   * @param steps the migrations in order
   * @param undo rollback scripts
   * @param releases oldest first
   * @param lifelines of every object that ever was
   * @param environments in the order of the configuration
   * @param waysBack how each step is taken back, in their order
   * @param successions columns that take the place of others, in the order in which they came
   * @param deprecations what pages say is to be used no longer; comments say it on their objects
   * @param notes how the history was read
   */
  public record Past(
      Project project,
      String database,
      String engine,
      SemanticVersion initialVersion,
      List<Held> objects,
      List<StepEntry> steps,
      List<Migration> undo,
      List<ReleaseEntry> releases,
      List<Lives> lifelines,
      List<EnvironmentEntry> environments,
      List<WayBack> waysBack,
      List<Succession> successions,
      List<Deprecation> deprecations,
      List<String> notes) {}

  /**
   * What the team's pages decide about.
   *
   * @param rationale the team's pages
   * @param findings most severe first
   */
  public record Told(List<Rationale> rationale, List<Finding> findings) {}

  /**
   * Values of objects, and the schemas that hold them.
   *
   * @param spans pairs of numbers: from the schema after step {@code n} (0 is the initial schema, 1
   *     the one after the first migration) up to, but without, the second number
   * @param values what holds there
   */
  public record Held(List<Integer> spans, List<SchemaObject> values) {}

  /**
   * The lives of objects to which the same happened, as of a table and all of its columns.
   *
   * @param id the number of the first; the others' follow
   * @param born index of the step that made them; -1 where they were there before the first
   * @param gone index of the step that dropped them; -1 while they are alive
   * @param events what happened, oldest first: index of the step, index of the change in it
   * @param names addresses of each, oldest first
   */
  public record Lives(
      int id, int born, int gone, List<Lifeline.Event> events, List<List<ObjectRef>> names) {}

  /** What a change is. */
  public enum What {
    ADDED,
    DROPPED,
    RENAMED,
    ALTERED,
    RECREATED
  }

  /**
   * One change.
   *
   * @param what whether something came, went or became something else
   * @param before number of the value before, counted from 1; 0 where there was none
   * @param after number of the value after, counted from 1; 0 where there is none
   * @param property what changed, where one property did; an empty list otherwise
   * @param from its text before
   * @param to its text after
   * @param verdicts its verdict, where the change is judged
   * @param evidence what a real server said about it, where one was asked
   */
  public record ChangeEntry(
      What what,
      int before,
      int after,
      List<Property> property,
      String from,
      String to,
      List<Verdict> verdicts,
      List<Evidence> evidence) {}

  /** One migration; what was observed comes without times, which differ from run to run. */
  public record StepEntry(
      Migration migration,
      Observation observation,
      List<ChangeEntry> changes,
      Bump bump,
      SemanticVersion version) {}

  /**
   * One release.
   *
   * @param objects numbers of the values it holds, where its own files gave another schema than the
   *     step it goes through; empty otherwise
   * @param changes what it changed; empty where that is what its only step did
   * @param asStep whether its changes are those of its only step
   * @param after the release that it descends from and is compared with; empty for the one before
   *     it in the list
   * @param aside whether it is none of the main history
   */
  public record ReleaseEntry(
      String name,
      String title,
      String date,
      Commit commit,
      int through,
      List<Integer> objects,
      List<String> edited,
      SortedMap<String, Integer> files,
      List<Integer> steps,
      List<ChangeEntry> changes,
      Bump bump,
      SemanticVersion version,
      boolean asStep,
      String after,
      boolean aside) {}

  /** One environment. */
  public record EnvironmentEntry(
      String name,
      String engine,
      String problem,
      List<Environment.Applied> applied,
      List<String> pending,
      String version,
      List<ChangeEntry> drift,
      String reader,
      List<String> notes,
      boolean untracked) {}
}
