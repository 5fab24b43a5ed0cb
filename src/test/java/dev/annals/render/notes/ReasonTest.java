package dev.annals.render.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.model.history.Commit;
import dev.annals.model.history.Migration;
import dev.annals.model.history.MigrationKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a comment says beside its statements, in sentences. */
class ReasonTest {

  private static Migration migration(String sql, String comment) {
    return new Migration(
        MigrationKind.VERSIONED,
        "1",
        "orders",
        "V1.sql",
        0,
        sql,
        comment,
        Commit.UNKNOWN,
        List.of());
  }

  @Test
  void linesThatAreSentencesGetTheirStops() {
    assertEquals(
        "Enable fuzzy search. This is for names such as Meyer and Meier. It was slow before, see #7.",
        Reason.sentences(
            "Enable fuzzy search\nThis is for names such as\nMeyer and Meier\n\nIt was slow before,\nsee #7."));
    assertEquals(
        "Two things: keep the old one; drop the new one",
        Reason.sentences("Two things:\n- keep the old one\n- drop the new one"));
    assertEquals(
        "Orders are kept by PostgreSQL", Reason.sentences("Orders are kept\nby PostgreSQL"));
  }

  @Test
  void headingsAndDumpsAreNoReasons() {
    assertEquals("Why not", Reason.sentences("SEQUENCES\n\nWhy not\n\n=====\nTABLES"));
    assertEquals(
        "",
        Reason.sentences(
            "PostgreSQL database dump\n\nDumped from database version 11.5\nDumped by pg_dump version 11.5\n\n"
                + "Name: orders; Type: TABLE; Schema: public; Owner: -"));
  }

  @Test
  void whatTheStatementsSayIsLeftOut() {
    String sql = "ALTER TABLE extension ADD COLUMN latest_pre_release_id BIGINT;";
    assertEquals("", Reason.of(migration(sql, "add latest pre-release column to extension table")));
    assertEquals("", Reason.of(migration("CREATE TABLE tier (id int);", "create tier table")));
    assertEquals(
        "add latest pre-release, the shop asked",
        Reason.of(migration(sql, "add latest pre-release, the shop asked")));
  }

  @Test
  void aCommitThatRepeatsTheFilesNameSaysNothing() {
    assertTrue(Reason.isRestated("Create orders", migration("SELECT 1", "")));
    assertFalse(Reason.isRestated("Create orders for the shop", migration("SELECT 1", "")));
  }
}
