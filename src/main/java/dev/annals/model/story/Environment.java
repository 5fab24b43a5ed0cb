package dev.annals.model.story;

import dev.annals.model.change.Change;
import java.util.List;

/**
 * A live database that has a name, as it was found.
 *
 * @param name {@code production}
 * @param engine product and version, as the driver says; empty where it could not be reached
 * @param problem why it could not be read; empty where it could
 * @param applied what its migration table lists, in order
 * @param pending migrations of the project that it has not had: versions or names
 * @param version the last version applied; empty where there is none
 * @param drift differences from the schema that its migrations give
 * @param reader what read its schema: {@code catalogue} or {@code SchemaSpy}
 * @param notes what could not be read, or only in part
 * @param untracked true where what has run there cannot be told: then nothing is pending, and drift
 *     is the difference from what all migrations give
 */
public record Environment(
    String name,
    String engine,
    String problem,
    List<Applied> applied,
    List<String> pending,
    String version,
    List<Change> drift,
    String reader,
    List<String> notes,
    boolean untracked) {

  public Environment {
    applied = List.copyOf(applied);
    pending = List.copyOf(pending);
    drift = List.copyOf(drift);
    notes = List.copyOf(notes);
  }

  /**
   * One row of an environment's migration table.
   *
   * @param rank its place in the order of installation
   * @param version its version; empty for a repeatable one
   * @param description its description
   * @param script its file
   * @param by the role that ran it
   * @param on when, {@code 2024-05-31 12:00:00}
   * @param millis how long it took, in milliseconds
   * @param state how it stands
   */
  public record Applied(
      int rank,
      String version,
      String description,
      String script,
      String by,
      String on,
      long millis,
      State state) {

    /** The same row, of which something else became. */
    public Applied in(State now) {
      return new Applied(rank, version, description, script, by, on, millis, now);
    }
  }

  /** How a migration stands in an environment. */
  public enum State {
    /** Applied, and the file is the same. */
    APPLIED("applied"),
    /** It did not run to its end. */
    FAILED("failed"),
    /** Applied, but the file has been edited since. */
    EDITED("checksum differs"),
    /** Applied, but the project has no such file. */
    MISSING("no such file"),
    /** Applied by a baseline: it stands for everything before it. */
    BASELINE("baseline"),
    /** A repeatable migration that was run again later. */
    SUPERSEDED("run again later"),
    /** A row that is not a migration: a schema creation, a deletion mark, an undo script. */
    OTHER("other"),
    /** A repeatable migration whose file is another now: Flyway runs it again. */
    OUTDATED("to run again"),
    /** Applied, and taken back by an undo script. */
    UNDONE("undone"),
    /** Applied; its file is gone, and {@code repair} has accepted that. */
    DELETED("file gone, accepted by repair");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** The state as a reader would call it. */
    public String label() {
      return label;
    }
  }
}
