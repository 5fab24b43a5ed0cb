package dev.annals.render.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.judge.Histories;
import dev.annals.judge.Judge;
import dev.annals.judge.JudgeSettings;
import dev.annals.judge.diff.Objects;
import dev.annals.judge.diff.Snapshots;
import dev.annals.model.change.Level;
import dev.annals.model.history.Commit;
import dev.annals.model.history.Cut;
import dev.annals.model.history.History;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.Snapshot;
import dev.annals.model.schema.Table;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Project;
import dev.annals.model.story.Rationale;
import dev.annals.render.html.Templates;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What release notes say under Fixed, Security and Why, and that they say it only where it is so.
 */
class NotesSectionsTest {

  private static Snapshots shop() {
    return new Snapshots()
        .with(1, Objects.table("public", "customer"))
        .with(2, Objects.column("customer", "id", 1, "bigint"))
        .with(3, Objects.table("public", "orders"))
        .with(4, Objects.column("orders", "customer_id", 1, "bigint"));
  }

  private static final ForeignKey KEY =
      Objects.foreignKey("orders", "orders_customer", "customer_id", "customer");

  private static ForeignKey unchecked() {
    return new ForeignKey(
        "public",
        "orders",
        "orders_customer",
        List.of("customer_id"),
        "public",
        "customer",
        List.of("id"),
        "NO ACTION",
        "NO ACTION",
        "SIMPLE",
        "",
        false,
        true,
        KEY.definition(),
        "");
  }

  private static Index index(boolean valid, String... keys) {
    return new Index(
        "public",
        "orders",
        "i",
        "btree",
        false,
        List.of(keys),
        List.of(),
        "",
        false,
        valid,
        new TreeMap<>(),
        "",
        "CREATE INDEX i",
        "");
  }

  private static String notes(Snapshot before, Snapshot after, String comment, Rationale... pages) {
    return notes(before, after, comment, "SELECT 1;", pages);
  }

  private static String notes(
      Snapshot before, Snapshot after, String comment, String sql, Rationale... pages) {
    Chronicle chronicle =
        Judge.judge(
            new Project("Shop", "https://shop.example.org/", "", "docs"),
            "shop",
            new Histories().then(before).then(after, sql, comment).done(),
            List.of(
                new Cut("1.0", "", "2024-01-31", Commit.UNKNOWN, 0, before, List.of()),
                new Cut("1.1", "", "2024-02-29", Commit.UNKNOWN, 1, after, List.of())),
            List.of(pages),
            List.of(),
            List.of(),
            JudgeSettings.DEFAULT);
    return new NotesRenderer(new Templates()).render(chronicle, chronicle.releases().get(1));
  }

  private static String section(String notes, String title) {
    int start = notes.indexOf("## " + title + "\n\n");
    if (start < 0) {
      return "";
    }
    String rest = notes.substring(start + title.length() + 5);
    return rest.contains("\n## ") ? rest.substring(0, rest.indexOf("\n## ")).strip() : rest.strip();
  }

  @Test
  void aStepThatIsNotThatOfTheMigrationsIsExplained() {
    Snapshot one = shop().done();
    Snapshot more = shop().with(5, Objects.column("orders", "note", 2, "text")).done();
    Snapshot less = new Snapshots().with(1, Objects.table("public", "customer")).done();
    String undone = notes(new Histories().then(one).then(more).then(one).done(), one, one, 2);
    assertTrue(undone.contains("**Schema 2.0.0** (no change, after 1.0.0 in 1.0)"), undone);
    assertTrue(
        undone.contains(
            "The schema version rose by a major step, since it counts each migration by itself; taken together they come to nothing."),
        undone);
    String rewritten = notes(new Histories().then(less).done(), one, less, 0);
    assertTrue(rewritten.contains("**Schema 1.0.0** (major, after 1.0.0 in 1.0)"), rewritten);
    assertTrue(
        rewritten.contains(
            "The schema version did not rise, since it counts the migrations as their files read now; between the schemas of the two releases lies a major step."),
        rewritten);
    String plain = notes(new Histories().then(one).then(more).done(), one, more, 1);
    assertTrue(plain.contains("**Schema 1.1.0** (minor, after 1.0.0 in 1.0)"), plain);
    assertFalse(plain.contains("The schema version"), plain);
  }

  private static String notes(History history, Snapshot first, Snapshot second, int through) {
    Chronicle chronicle =
        Judge.judge(
            new Project("Shop", "https://shop.example.org/", "", "docs"),
            "shop",
            history,
            List.of(
                new Cut("1.0", "", "2024-01-31", Commit.UNKNOWN, 0, first, List.of()),
                new Cut("1.1", "", "2024-02-29", Commit.UNKNOWN, through, second, List.of())),
            List.of(),
            List.of(),
            List.of(),
            JudgeSettings.DEFAULT);
    return new NotesRenderer(new Templates()).render(chronicle, chronicle.releases().get(1));
  }

  @Test
  void aPromiseThatMovesIsDeprecatedAnew() {
    Column plain = Objects.column("orders", "note", 2, "text");
    assertEquals(
        "- orders.note is deprecated, to be removed in 3.0.",
        section(
            notes(
                shop().with(5, said(plain, "@deprecated remove in 2.0")).done(),
                shop().with(5, said(plain, "@deprecated remove in 3.0")).done(),
                ""),
            "Deprecated"));
    assertEquals(
        "",
        section(
            notes(
                shop().with(5, said(plain, "@deprecated remove in 2.0")).done(),
                shop().with(5, said(plain, "@deprecated remove in 2.0\nSorry.")).done(),
                ""),
            "Deprecated"));
  }

  private static Column said(Column column, String comment) {
    return new Column(
        column.schema(),
        column.relation(),
        column.name(),
        column.position(),
        column.type(),
        column.nullable(),
        column.defaultValue(),
        column.identity(),
        column.generated(),
        column.collation(),
        column.storage(),
        comment);
  }

  @Test
  void whereTheTeamJudgesOtherwiseItsReasonIsTold() {
    Snapshot before = shop().with(5, Objects.column("orders", "note", 2, "text")).done();
    Snapshot after = shop().done();
    Chronicle chronicle =
        Judge.judge(
            new Project("Shop", "", "", "docs"),
            "shop",
            new Histories().then(before).then(after).done(),
            List.of(
                new Cut("1.0", "", "", Commit.UNKNOWN, 0, before, List.of()),
                new Cut("1.1", "", "", Commit.UNKNOWN, 1, after, List.of())),
            List.of(),
            List.of(),
            List.of(),
            JudgeSettings.DEFAULT.withOverrides(
                Map.of(
                    "column-dropped",
                    new JudgeSettings.OwnLevel(Level.NON_BREAKING, "only we read it"))));
    String notes =
        new NotesRenderer(new Templates()).render(chronicle, chronicle.releases().get(1));
    assertTrue(
        notes.contains("Nothing that used the schema before should break, as the team counts it."),
        notes);
    assertEquals(
        "- Column orders.note is gone, with its values. *The team counts this as minor: only we read it.*",
        section(notes, "Removed"));
  }

  @Test
  void whatIsMendedIsFixed() {
    assertEquals(
        "- New index i on orders (customer\\_id), which foreign key orders\\_customer had lacked.",
        section(
            notes(
                shop().with(5, KEY).done(),
                shop().with(5, KEY).with(6, index(true, "customer_id")).done(),
                ""),
            "Fixed"));
    assertTrue(
        section(notes(shop().with(5, unchecked()).done(), shop().with(5, KEY).done(), ""), "Fixed")
            .contains("orders"));
    assertEquals(
        "- Index orders.i is valid again.",
        section(
            notes(
                shop().with(6, index(false, "customer_id")).done(),
                shop().with(6, index(true, "customer_id")).done(),
                ""),
            "Fixed"));
  }

  @Test
  void whatAFixChangedIsFixed() {
    Snapshot wrong =
        shop().with(7, Objects.check("orders", "c", "(customer_id > 5)", "customer_id")).done();
    Snapshot right =
        shop().with(7, Objects.check("orders", "c", "(customer_id > 0)", "customer_id")).done();
    assertEquals(
        "- Check constraint orders.c takes more: (customer\\_id \\> 0), before (customer\\_id \\> 5). *May break some users.*",
        section(notes(wrong, right, "SHOP-7: repaired, small numbers are fine"), "Fixed"));
    assertEquals("", section(notes(wrong, right, "Small numbers are fine"), "Fixed"));
    assertEquals(
        "",
        section(notes(right, wrong, "Fixes SHOP-8"), "Fixed"),
        "what breaks users is told above");
  }

  @Test
  void rowsThatChangeAreTold() {
    String notes =
        ofStatements(
            "UPDATE orders SET customer_id = 1;\nDELETE FROM customer;\nINSERT INTO other VALUES (1);");
    assertTrue(notes.contains("The schema is the same as before; rows are changed."), notes);
    assertTrue(notes.contains("- Rows: updates `orders`; deletes from `customer`."), notes);
    assertEquals(
        "- `2`: Nothing in the schema to take back. *Does not undo what it did to rows.*",
        section(notes, "Rollback"));
    assertTrue(ofStatements("SELECT 1;").contains("The schema is the same as before.\n"));
  }

  private static String ofStatements(String sql) {
    return notes(shop().done(), shop().done(), "", sql);
  }

  @Test
  void whatWasNotWrongIsNotFixed() {
    String plain = notes(shop().done(), shop().with(6, index(true, "customer_id")).done(), "");
    assertEquals("", section(plain, "Fixed"), "no foreign key lacked it");
    String second =
        notes(
            shop().with(5, KEY).with(6, index(true, "customer_id")).done(),
            shop()
                .with(5, KEY)
                .with(6, index(true, "customer_id"))
                .with(7, Objects.index("orders", "j", "", "customer_id", "day"))
                .done(),
            "");
    assertEquals("", section(second, "Fixed"), "it had one");
    String together =
        notes(shop().done(), shop().with(5, KEY).with(6, index(true, "customer_id")).done(), "");
    assertEquals("", section(together, "Fixed"), "the key is new, too");
    assertFalse(
        section(
                notes(
                    shop().with(6, index(true, "customer_id")).done(),
                    shop().with(6, index(false, "customer_id")).done(),
                    ""),
                "Fixed")
            .contains("invalid"));
  }

  @Test
  void whoMayDoWhatIsSecurity() {
    Routine routine =
        new Routine(
            "public",
            "pay",
            "",
            "function",
            "",
            "void",
            "sql",
            "volatile",
            true,
            true,
            "unsafe",
            List.of(),
            "SELECT 1",
            "",
            List.of(),
            "app",
            "");
    String security =
        section(
            notes(
                shop().done(),
                shop().with(8, routine).with(9, Objects.grant("orders", "clerk")).done(),
                ""),
            "Security");
    assertTrue(security.contains("It runs with the rights of its owner."), security);
    assertTrue(security.contains("Role clerk may SELECT on table orders."), security);
  }

  @Test
  void theWhyIsTheTeamsOwn() {
    Table refund = Objects.table("public", "refund");
    Rationale page =
        new Rationale(
            "docs/refund.md",
            "refund",
            List.of(),
            List.of(),
            "",
            "",
            "",
            List.of(),
            List.of(),
            new TreeMap<>(),
            new TreeMap<>(),
            """
            Money that goes **back** to a [[customer]].
            Seldom.

            ## Decisions

            - **2024-02-10** No partial refunds,
              see the law.
            - **2023-12-24** Too early to be of this release.
            """,
            1,
            Commit.UNKNOWN,
            List.of(),
            List.of());
    String notes =
        notes(shop().done(), shop().with(9, refund).done(), "People asked.\nTwice.", page);
    assertEquals(
        """
        - 2024-02-10, [`refund`](https://shop.example.org/tables/public.refund.html): No partial refunds, see the law.
        - [`refund`](https://shop.example.org/tables/public.refund.html): Money that goes back to a customer. Seldom.
        - `2`: People asked. Twice. (Ada)""",
        section(notes, "Why"));
  }

  @Test
  void withoutACommentTheCommitSpeaks() {
    Snapshot after = shop().with(9, Objects.table("public", "refund")).done();
    assertEquals("", section(notes(shop().done(), after, ""), "Why"), "it says what the file says");
  }

  @Test
  void textsAreCutAtSentences() {
    assertEquals("One two. Three.", PageText.cut("One two. Three.", 40));
    assertEquals("One two.", PageText.cut("One two. Three four five.", 12));
    assertEquals("One two …", PageText.cut("One two three four five", 10));
    assertEquals("a b c d", PageText.plain("*a* **b** `c` [d](https://example.org)[^1]"));
  }
}
