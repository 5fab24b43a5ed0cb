package dev.annals.model.story;

import dev.annals.model.change.Bump;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.SemanticVersion;
import dev.annals.model.history.Commit;
import dev.annals.model.schema.Schema;
import java.util.List;

/**
 * What a change of the migrations comes to, before it is merged: the net effect between two states
 * of a project, judged.
 *
 * @param project what the team says about itself
 * @param database the database's name
 * @param engine what it was replayed on, {@code PostgreSQL 17}; empty where nothing was replayed
 * @param base the state that is there already
 * @param head the state that is proposed
 * @param before the schema at the base
 * @param after the schema at the head
 * @param changes the net effect
 * @param bump the bump that it needs
 * @param from the schema version at the base
 * @param to the schema version that the head asks for
 * @param steps the migrations that a database at the base still has to run, in order
 * @param waysBack how each of them is taken back, in their order
 * @param files what became of the migration files
 * @param findings what is wrong at the head and was not at the base, most severe first
 * @param pages what is wrong with the rationale pages of the tables that are touched
 * @param mended what was wrong at the base and is not at the head
 * @param notes how the two states were read
 */
public record Preview(
    Project project,
    String database,
    String engine,
    Point base,
    Point head,
    Schema before,
    Schema after,
    List<JudgedChange> changes,
    Bump bump,
    SemanticVersion from,
    SemanticVersion to,
    List<JudgedStep> steps,
    List<WayBack> waysBack,
    List<FileChange> files,
    List<Finding> findings,
    List<Finding> pages,
    List<Finding> mended,
    List<String> notes) {

  public Preview {
    changes = List.copyOf(changes);
    steps = List.copyOf(steps);
    waysBack = List.copyOf(waysBack);
    files = List.copyOf(files);
    findings = List.copyOf(findings);
    pages = List.copyOf(pages);
    mended = List.copyOf(mended);
    notes = List.copyOf(notes);
  }

  /**
   * One of the two states.
   *
   * @param name a branch, a tag, a file or a folder, or {@code working tree}
   * @param commit the commit; {@link Commit#UNKNOWN} where it is none
   */
  public record Point(String name, Commit commit) {}

  /**
   * What became of a migration file.
   *
   * @param kind in which way it differs
   * @param path the file at the head; at the base where it is gone
   * @param former the file at the base where it has another name now; empty otherwise
   */
  public record FileChange(Kind kind, String path, String former) {

    /** In which way a file differs. */
    public enum Kind {
      ADDED("new"),
      /** It is new, and its version is below one that is there already. */
      OUT_OF_ORDER("new, out of order"),
      /** A repeatable migration with another text: it runs again. */
      CHANGED("changed"),
      /** A versioned migration with another text: Flyway refuses it. */
      EDITED("edited"),
      /** The same version with another description. */
      RETITLED("retitled"),
      /** The same text under another version. */
      RENUMBERED("renumbered"),
      REMOVED("removed"),
      /** Another migration has its version. */
      CONFLICT("version taken");

      private final String label;

      Kind(String label) {
        this.label = label;
      }

      /** The kind as a reader would call it. */
      public String label() {
        return label;
      }
    }
  }

  /** The same, of two schemas of which one was not replayed. */
  public Preview with(Schema then, Schema now, List<JudgedChange> others, Bump needed) {
    return new Preview(
        project,
        database,
        engine,
        base,
        head,
        then,
        now,
        others,
        needed,
        from,
        from.next(needed),
        steps,
        waysBack,
        files,
        findings,
        pages,
        mended,
        notes);
  }

  /** How many changes can break somebody. */
  public long breaking() {
    return changes.stream().filter(judged -> judged.verdict().breaking()).count();
  }
}
