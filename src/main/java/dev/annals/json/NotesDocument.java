package dev.annals.json;

import dev.annals.model.change.Bump;
import dev.annals.model.change.Lock;
import dev.annals.model.change.Verdict;
import dev.annals.model.change.Work;
import dev.annals.model.history.Commit;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Succession;
import dev.annals.model.witness.Evidence;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Release notes as JSON.
 *
 * @param format {@link #FORMAT}
 * @param project the project's title
 * @param database its name
 * @param engine what it was replayed on
 * @param name the release
 * @param title a few words; may be empty
 * @param date the day; may be empty
 * @param version the schema version it ends on
 * @param bump the bump that it needs; none for the first release
 * @param since the release that it descends from; empty for the first
 * @param sinceVersion the schema version before; empty for the first
 * @param changes the net effect
 * @param successions columns that take the place of others, as far as this release has to do with
 *     it
 * @param migrations what it brought, in order
 * @param rewritten versions whose files have another text than in the release before
 * @param deleted versions whose files the release before had, and this one has not
 * @param edited files that differ from today's
 */
record NotesDocument(
    String format,
    String project,
    String database,
    String engine,
    String name,
    String title,
    String date,
    String version,
    Bump bump,
    String since,
    String sinceVersion,
    List<Entry> changes,
    List<Succession> successions,
    List<StepEntry> migrations,
    List<String> rewritten,
    List<String> deleted,
    List<String> edited) {

  static final String FORMAT = "annals-notes/1";

  /**
   * One change.
   *
   * @param what {@code Added}, {@code Dropped}, {@code Renamed}, {@code Altered}, {@code Recreated}
   * @param kind what changed
   * @param subject its address
   * @param former its address before, where it was renamed
   * @param property which property is different, where one is
   * @param from its text before
   * @param to its text now
   * @param verdict the opinion
   * @param evidence what a real server said about it
   */
  record Entry(
      String what,
      ObjectKind kind,
      String subject,
      String former,
      String property,
      String from,
      String to,
      Verdict verdict,
      Evidence evidence) {}

  /**
   * One migration.
   *
   * @param name its version, or description
   * @param description in words
   * @param path its file
   * @param why its comment
   * @param introduced the commit that brought it
   * @param locks what it locked in the replay
   * @param work what the server had to do
   * @param bump by how much it raised the schema version
   * @param version the schema version after it
   */
  record StepEntry(
      String name,
      String description,
      String path,
      String why,
      Commit introduced,
      Map<ObjectRef, Lock> locks,
      Map<ObjectRef, Set<Work>> work,
      Bump bump,
      String version) {}
}
