package dev.annals.judge.finding;

/**
 * How much a team wants to be written down.
 *
 * @param tables the least share of tables with a page or a comment, in per cent
 * @param columns the least share of columns with a note or a comment, in per cent
 * @param newTables new tables have to come with a page
 * @param since what is new: what came after this release, migration or day; empty for what is not
 *     released yet
 */
public record Expectations(int tables, int columns, boolean newTables, String since) {

  /** Nothing is demanded. */
  public static final Expectations NONE = new Expectations(0, 0, false, "");
}
