package dev.annals.model.history;

import dev.annals.model.schema.Schema;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A live database as it was read, before it is compared with anything.
 *
 * @param name the environment's name
 * @param engine product and version as the driver says; empty where it could not be asked
 * @param problem why it was not read; empty where it was
 * @param rows what its migration table lists, in the order of installation
 * @param tracked true where it has a migration table that could be read
 * @param schema its structure
 * @param reader {@code catalogue}, or {@code SchemaSpy}: which tells tables, columns and keys only
 * @param unread sorts of objects, as records of the model are called, that its role may not read:
 *     nothing can be said of them
 * @param elsewhere schemas that have a migration table of their own: another project's
 * @param notes what could not be read, or only in part
 */
public record LiveDatabase(
    String name,
    String engine,
    String problem,
    List<Row> rows,
    boolean tracked,
    Schema schema,
    String reader,
    SortedSet<String> unread,
    SortedSet<String> elsewhere,
    List<String> notes) {

  public LiveDatabase {
    rows = List.copyOf(rows);
    unread = Collections.unmodifiableSortedSet(new TreeSet<>(unread));
    elsewhere = Collections.unmodifiableSortedSet(new TreeSet<>(elsewhere));
    notes = List.copyOf(notes);
  }

  /** True where only tables, columns and primary keys of it can be compared. */
  public boolean isCoarse() {
    return reader.equals("SchemaSpy");
  }

  /** An environment that was not read. */
  public static LiveDatabase unread(String name, String problem) {
    return new LiveDatabase(
        name,
        "",
        problem,
        List.of(),
        false,
        Schema.EMPTY,
        "",
        new TreeSet<>(),
        new TreeSet<>(),
        List.of());
  }

  /**
   * One row of {@code flyway_schema_history}.
   *
   * @param rank its place in the order of installation
   * @param version its version; empty for a repeatable one
   * @param description its description
   * @param type Flyway's own word: {@code SQL}, {@code BASELINE}, …
   * @param script its file
   * @param checksum as text; empty where there is none
   * @param by the role that ran it
   * @param on when, {@code 2024-05-31 12:00:00}, in the server's own zone
   * @param millis how long it took, in milliseconds
   * @param success whether it ran to its end
   */
  public record Row(
      int rank,
      String version,
      String description,
      String type,
      String script,
      String checksum,
      String by,
      String on,
      long millis,
      boolean success) {}
}
