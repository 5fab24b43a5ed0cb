package dev.annals.render.diagram;

import dev.annals.model.schema.ObjectRef;
import java.util.List;

/**
 * A table as it is drawn.
 *
 * @param ref the table
 * @param label its name, as people say it
 * @param drawn the same without a schema that all tables share
 * @param href its page; may be empty
 * @param rows the columns that are shown, in order
 * @param more what is left out, in words: {@code + 12 columns}; may be empty
 * @param state what happened to it
 * @param focus the table that the picture is about
 */
record Box(
    ObjectRef ref,
    String label,
    String drawn,
    String href,
    List<Row> rows,
    String more,
    State state,
    boolean focus)
    implements Shape {

  /** Advance of a monospaced letter, in ems: Menlo and DejaVu Sans Mono .602, others less. */
  private static final double ADVANCE = 0.602;

  static final double FONT = 12;
  static final int HEAD = 28;
  static final int ROW = 20;
  static final int PAD = 10;
  private static final int LONGEST = 30;

  Box {
    rows = List.copyOf(rows);
  }

  /**
   * A column as it is drawn.
   *
   * @param name its name
   * @param type its type, shortened
   * @param key {@code PK}, {@code FK}, {@code PF} for both, or empty
   * @param nullable whether it takes null
   * @param chip a table outside of the picture that it refers to; may be empty
   * @param chipHref its page; may be empty
   * @param state what happened to it
   */
  record Row(
      String name,
      String type,
      String key,
      boolean nullable,
      String chip,
      String chipHref,
      State state) {}

  static double width(String text) {
    return text.codePoints().mapToDouble(c -> c >= 0x1100 ? 2 : 1).sum() * ADVANCE * FONT;
  }

  static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }

  @Override
  public int height() {
    return HEAD + rows.size() * ROW + (more.isEmpty() ? 0 : ROW) + (rows.isEmpty() ? 0 : 6);
  }

  @Override
  public int width() {
    double widest = width(cut(drawn)) + 2 * PAD + (state == State.SAME ? 0 : 16);
    for (Row row : rows) {
      widest = Math.max(widest, keys() + nameWidth(row) + 18 + typeWidth(row) + 2 * PAD);
    }
    return (int) Math.ceil(Math.max(widest, width(more) + 2 * PAD));
  }

  /** Room for the key marks, where any row has one. */
  int keys() {
    return rows.stream().anyMatch(row -> !row.key().isEmpty()) ? 26 : 0;
  }

  private static double nameWidth(Row row) {
    return width(cut(row.name())) + (row.state() == State.SAME ? 0 : 14);
  }

  static double typeWidth(Row row) {
    return width(row.chip().isEmpty() ? cut(row.type()) : cut("→ " + row.chip())) * 11 / FONT;
  }

  /** The middle of a row, from the top of the box; of the head for -1. */
  @Override
  public double middle(int row) {
    return row < 0 ? HEAD / 2.0 : HEAD + 3 + row * ROW + ROW / 2.0;
  }

  /** The place of a column among the rows; -1 where it is not shown. */
  int rowOf(String column) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).name().equals(column)) {
        return i;
      }
    }
    return -1;
  }
}
