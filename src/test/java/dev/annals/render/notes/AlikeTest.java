package dev.annals.render.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.judge.Histories;
import dev.annals.judge.Judge;
import dev.annals.judge.JudgeSettings;
import dev.annals.judge.diff.Objects;
import dev.annals.model.history.Commit;
import dev.annals.model.history.Cut;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Grant;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Snapshot;
import dev.annals.model.schema.Trigger;
import dev.annals.model.schema.View;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Project;
import dev.annals.render.html.Templates;
import dev.annals.render.html.WayBackWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is alike is told once, in a sentence that reads as if it had been written. */
class AlikeTest {

  private static final SchemaObject[] SHOP = {
    Objects.table("public", "book"),
    Objects.column("book", "id", 1, "integer"),
    Objects.column("book", "title", 2, "text"),
    Objects.table("public", "author"),
    Objects.column("author", "id", 1, "integer"),
    Objects.column("author", "name", 2, "text")
  };

  private static String notes(SchemaObject... more) {
    return notes(List.of(SHOP), more);
  }

  private static String notes(List<SchemaObject> before, SchemaObject... more) {
    List<SchemaObject> after = new ArrayList<>(Arrays.asList(SHOP));
    after.addAll(Arrays.asList(more));
    Snapshot first = Snapshot.of(Schema.of(before));
    Snapshot last = Snapshot.of(Schema.of(after));
    Cut cut = new Cut("1.0", "", "", Commit.UNKNOWN, 0, first, List.of());
    Chronicle chronicle =
        Judge.judge(
            new Project("Shop", "", "", ""),
            "shop",
            new Histories().then(first).then(last).done(),
            List.of(cut),
            List.of(),
            List.of(),
            List.of(),
            JudgeSettings.DEFAULT);
    return new NotesRenderer(new Templates()).render(chronicle, chronicle.releases().get(1));
  }

  private static void has(String notes, String line) {
    assertTrue(notes.contains(line), () -> line + "\nis not in:\n" + notes);
  }

  private static Column required(String table, String name) {
    return Objects.column(table, name, 7, "text");
  }

  private static Trigger trigger(String table, String name) {
    return new Trigger("public", table, name, "public.log()", "origin", "CREATE TRIGGER", "");
  }

  @Test
  void severalColumnsAreThem() {
    Column first = new Column("public", "book", "isbn", 7, "text", false, "", "", "", "", "", "");
    Column second =
        new Column("public", "book", "weight", 8, "text", false, "", "", "", "", "", "");
    has(notes(first, second), "**2 columns are new and every insert has to supply them.**");
  }

  @Test
  void triggersAreCountedByTable() {
    has(
        notes(trigger("book", "a"), trigger("book", "b"), trigger("author", "c")),
        "- 3 triggers run log() on writes from now on: `author` (1), `book` (2). *May break some users.*\n");
  }

  @Test
  void manyNewThingsAreOneLineByTable() {
    has(
        notes(
            required("book", "isbn"),
            required("book", "weight"),
            required("author", "born"),
            Objects.index("book", "a", "", "id"),
            Objects.index("book", "b", "", "title"),
            Objects.index("author", "c", "", "name")),
        "- 3 columns are new: `author` (born), `book` (isbn, weight).\n");
    has(
        notes(
            Objects.index("book", "a", "", "id"),
            Objects.index("book", "b", "", "title"),
            Objects.index("author", "c", "", "name")),
        "- 3 indexes are new: `author` (c), `book` (a, b).\n");
  }

  @Test
  void columnsOfViewsAreOneLineByView() {
    View view = Objects.view("shelf", "SELECT 1");
    List<SchemaObject> before = new ArrayList<>(Arrays.asList(SHOP));
    before.add(view);
    has(
        notes(
            before,
            view,
            required("shelf", "isbn"),
            required("shelf", "weight"),
            required("shelf", "born")),
        "- 3 columns are new in views: `shelf` (born, isbn, weight).\n");
  }

  @Test
  void fewAreToldOneByOne() {
    String notes = notes(required("book", "isbn"), required("author", "born"));
    has(notes, "- Column book.isbn is new.\n");
    has(notes, "- Column author.born is new.\n");
  }

  @Test
  void whatBreaksInTheSameWayIsOneItem() {
    List<SchemaObject> before = new ArrayList<>(Arrays.asList(SHOP));
    before.add(required("book", "isbn"));
    before.add(required("author", "born"));
    String notes = notes(before);
    has(notes, "- **2 columns are gone, with their values.** (readers: breaks; writers: breaks");
    has(notes, "  - `author` (born), `book` (isbn)\n");
    has(notes, "*What to do:* As for `author.born`: Stop reading born");
  }

  @Test
  void rightsAreToldInWords() {
    has(
        notes(
            new Grant("", ObjectKind.SCHEMA, "crm", "clerk", List.of("USAGE")),
            Objects.grant("book", "clerk"),
            new Grant("public", ObjectKind.ROUTINE, "f()", "clerk", List.of("EXECUTE")),
            new Grant("public", ObjectKind.TABLE, "author", "clerk", List.of("SELECT", "TRIGGER"))),
        "may use schema crm.");
    String notes =
        notes(
            new Grant("public", ObjectKind.ROUTINE, "f()", "clerk", List.of("EXECUTE")),
            new Grant("public", ObjectKind.TABLE, "author", "clerk", List.of("SELECT", "TRIGGER")));
    has(notes, "may call routine f().");
    has(notes, "may SELECT on and put triggers on table author.");
  }

  @Test
  void theHeadlineClaimsNoMoreThanTheChangesDo() {
    has(notes(required("book", "isbn")), "1 added. Nothing that used the schema before should");
    has(notes(), "The schema is the same as before.");
  }

  @Test
  void whatIsLostIsToldOnce() {
    assertEquals(
        "loses what was written to columns a.b, c.d; does not bring back the rows of table e",
        WayBackWords.lost(
            List.of(
                    "loses what was written to column a.b",
                    "does not bring back the rows of table e",
                    "loses what was written to column c.d")
                .stream()
                .sorted(java.util.Comparator.comparing(text -> !text.startsWith("loses")))
                .toList()));
    assertEquals("something else", WayBackWords.lost(List.of("something else")));
  }

  @Test
  void severalColumnsAreNamed() {
    Alike alike = new Alike("\0 has a comment", "columns");
    assertEquals(
        "columns id, name and title have comments", alike.of(List.of("id", "name", "title")));
    assertEquals("1,200 columns have comments", alike.of(1200));
  }
}
