package dev.annals.model.story;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is written about each table and its columns, and where. Partitions go with their parent.
 *
 * @param tables in the order of the schema
 */
public record Coverage(List<Told> tables) {

  /** Where the why of something stands, the best first. */
  public enum Source {
    /** The team's own page, or a note in one. */
    PAGE("page"),
    /** The database's own comment. */
    COMMENT("comment"),
    /** The comment at the head of the migration that made it: it is told, and does not count. */
    MIGRATION("migration"),
    NONE("nothing");

    private final String label;

    Source(String label) {
      this.label = label;
    }

    /** The source as a reader would call it. */
    public String label() {
      return label;
    }

    /** True where somebody has written about the thing itself. */
    public boolean counts() {
      return this == PAGE || this == COMMENT;
    }
  }

  /**
   * One table.
   *
   * @param table its address
   * @param why where its why stands
   * @param columns where that of its columns stands, by their position
   */
  public record Told(ObjectRef table, Source why, List<Source> columns) {
    public Told {
      columns = List.copyOf(columns);
    }

    /** How many of its columns have something written about them. */
    public int columnsTold() {
      return (int) columns.stream().filter(Source::counts).count();
    }
  }

  public Coverage {
    tables = List.copyOf(tables);
  }

  /**
   * The coverage of a schema.
   *
   * @param pages of which it is known what they are about
   */
  public static Coverage of(
      Schema schema,
      List<JudgedStep> steps,
      Collection<Lifeline> lifelines,
      Collection<Rationale> pages) {
    Map<ObjectRef, Rationale> pageOf = new HashMap<>();
    pages.forEach(page -> page.about().forEach(ref -> pageOf.putIfAbsent(ref, page)));
    Map<ObjectRef, Integer> born = new HashMap<>();
    for (Lifeline line : lifelines) {
      ObjectKind kind = line.ref().kind();
      if (line.alive() && (kind == ObjectKind.TABLE || kind == ObjectKind.COLUMN)) {
        born.put(line.ref(), line.born());
      }
    }
    List<Told> told = new ArrayList<>();
    schema
        .all(Table.class)
        .filter(table -> !table.isPartition())
        .forEach(table -> told.add(told(schema, steps, table, pageOf.get(table.ref()), born)));
    return new Coverage(told);
  }

  private static Told told(
      Schema schema,
      List<JudgedStep> steps,
      Table table,
      Rationale page,
      Map<ObjectRef, Integer> born) {
    int made = born.getOrDefault(table.ref(), -1);
    Source why =
        page != null && !page.stub() && !page.text().isBlank()
            ? Source.PAGE
            : !table.comment().isBlank()
                ? Source.COMMENT
                : isSaid(steps, made, table) ? Source.MIGRATION : Source.NONE;
    Map<String, String> notes = ColumnNotes.of(page == null ? "" : page.body()).notes();
    List<Source> columns = new ArrayList<>();
    for (Column column : schema.columns(table.schema(), table.name())) {
      int added = born.getOrDefault(column.ref(), -1);
      columns.add(
          !notes.getOrDefault(column.name(), "").isBlank()
              ? Source.PAGE
              : !column.comment().isBlank()
                  ? Source.COMMENT
                  : added > made && isSaid(steps, added, table) ? Source.MIGRATION : Source.NONE);
    }
    return new Told(table.ref(), why, columns);
  }

  private static boolean isSaid(List<JudgedStep> steps, int step, Table table) {
    return step >= 0 && Remarks.about(steps.get(step), table.ref());
  }

  /** How many tables have a page or a comment. */
  public int tablesTold() {
    return (int) tables.stream().filter(table -> table.why().counts()).count();
  }

  /** How many columns there are. */
  public int columns() {
    return tables.stream().mapToInt(table -> table.columns().size()).sum();
  }

  /** How many of them have a note or a comment. */
  public int columnsTold() {
    return tables.stream().mapToInt(Told::columnsTold).sum();
  }

  /** A share in whole per cent, rounded down; all of nothing is everything. */
  public static int percent(int part, int whole) {
    return whole == 0 ? 100 : (int) (100L * part / whole);
  }
}
