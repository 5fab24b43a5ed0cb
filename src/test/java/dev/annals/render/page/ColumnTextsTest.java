package dev.annals.render.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What is said of a column: its default on its table's page, and its cells in the spreadsheet. */
class ColumnTextsTest {

  @Test
  void aCastToTheColumnsOwnTypeGoesWithoutSaying() {
    assertEquals("'new'", ColumnRows.shortly("'new'::public.order_status", "public.order_status"));
    assertEquals("'de'", ColumnRows.shortly("'de'::bpchar", "character(2)"));
    assertEquals("NULL", ColumnRows.shortly("NULL::character varying", "character varying(9)"));
    assertEquals("'it''s'", ColumnRows.shortly("'it''s'::text", "text"));
    assertEquals(
        "nextval('order_seq')",
        ColumnRows.shortly("nextval('public.order_seq'::regclass)", "bigint"));
  }

  @Test
  void aCastThatMeansSomethingStays() {
    assertEquals("'now'::text", ColumnRows.shortly("'now'::text", "timestamp with time zone"));
    assertEquals(
        "('a'::text || 'b'::text)", ColumnRows.shortly("('a'::text || 'b'::text)", "text"));
    assertEquals("'a'::text || 'b'::text", ColumnRows.shortly("'a'::text || 'b'::text", "text"));
  }

  @Test
  void noCellIsAFormulaAndNoneEndsEarly() {
    assertEquals("'=1+1", ColumnsCsv.cell("=1+1"));
    assertEquals("'@SUM(A1)", ColumnsCsv.cell("@SUM(A1)"));
    assertEquals("\"'-a, \"\"b\"\"\"", ColumnsCsv.cell("-a, \"b\""));
    assertEquals("\"two\nlines\"", ColumnsCsv.cell("two\nlines"));
    assertEquals("plain = text", ColumnsCsv.cell("plain = text"));
  }
}
