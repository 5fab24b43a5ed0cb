package dev.annals.json;

import dev.annals.model.change.Bump;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Preview.FileChange;
import dev.annals.model.story.Preview.Point;
import dev.annals.model.story.WayBack;
import dev.annals.model.witness.Evidence;
import java.util.List;

/**
 * A preview as JSON.
 *
 * @param format {@link #FORMAT}
 * @param project the project's title
 * @param database its name
 * @param engine what it was replayed on
 * @param base the state that is there already
 * @param head the state that is proposed
 * @param from the schema version at the base
 * @param to the schema version that the head asks for
 * @param bump the bump between them
 * @param breaking how many changes break users
 * @param changes the net effect
 * @param migrations what a database at the base still has to run, in order
 * @param waysBack how each of them is taken back, in their order
 * @param files what became of the migration files
 * @param findings what is wrong at the head and was not at the base
 * @param pages what is wrong with the pages of touched tables
 * @param mended what was wrong at the base and is not at the head
 * @param notes how the two states were read
 */
record DiffDocument(
    String format,
    String project,
    String database,
    String engine,
    Point base,
    Point head,
    String from,
    String to,
    Bump bump,
    int breaking,
    List<ChangeEntry> changes,
    List<NotesDocument.StepEntry> migrations,
    List<WayBack> waysBack,
    List<FileChange> files,
    List<Finding> findings,
    List<Finding> pages,
    List<Finding> mended,
    List<String> notes) {

  static final String FORMAT = "annals-diff/1";

  /**
   * One change.
   *
   * @param what {@code Added}, {@code Dropped}, {@code Renamed}, {@code Altered}, {@code Recreated}
   * @param kind what changed
   * @param subject its address
   * @param former its address before, where it was renamed
   * @param property which property is different, where one is
   * @param before its text before
   * @param after its text now
   * @param verdict the opinion
   * @param evidence what a server said about it
   */
  record ChangeEntry(
      String what,
      ObjectKind kind,
      String subject,
      String former,
      String property,
      String before,
      String after,
      Verdict verdict,
      Evidence evidence) {}
}
