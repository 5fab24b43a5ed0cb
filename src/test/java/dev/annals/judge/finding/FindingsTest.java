package dev.annals.judge.finding;

import static dev.annals.judge.diff.Objects.column;
import static dev.annals.judge.diff.Objects.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.judge.Histories;
import dev.annals.judge.Judge;
import dev.annals.judge.JudgeSettings;
import dev.annals.judge.design.DesignCatalogue;
import dev.annals.judge.diff.Snapshots;
import dev.annals.judge.safety.SafetyCatalogue;
import dev.annals.model.history.Commit;
import dev.annals.model.history.Cut;
import dev.annals.model.history.History;
import dev.annals.model.history.Observation;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Snapshot;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Project;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FindingsTest {

  private static final Snapshot ONE =
      new Snapshots()
          .with(1, table("public", "orders"))
          .with(11, column("orders", "id", 1, "bigint"))
          .with(2, table("public", "basket"))
          .with(21, column("basket", "id", 1, "bigint"))
          .done();

  /** The basket is dropped; orders is called purchase and its id is called number. */
  private static final Snapshot TWO =
      new Snapshots()
          .with(1, table("public", "purchase"))
          .with(11, column("purchase", "number", 1, "bigint"))
          .done();

  private static final History HISTORY = new Histories().then(ONE).then(TWO).done();

  private static Rationale page(String subject, String reviewed, String body) {
    return new Rationale(
        "docs/schema/" + subject + ".md",
        subject,
        List.of(),
        List.of(),
        "",
        "",
        reviewed,
        List.of(),
        List.of(),
        new TreeMap<>(),
        new TreeMap<>(),
        body,
        5,
        Commit.UNKNOWN,
        List.of(),
        List.of());
  }

  private static List<Finding> find(History history, List<Cut> cuts, Rationale... pages) {
    return Judge.judge(
            new Project("Shop", "", "", "docs/schema"),
            "shop",
            history,
            cuts,
            List.of(pages),
            List.of(),
            List.of(),
            JudgeSettings.DEFAULT)
        .findings();
  }

  private static List<Finding> find(String rule, Rationale... pages) {
    return of(rule, find(HISTORY, List.of(), pages));
  }

  private static List<Finding> of(String rule, List<Finding> findings) {
    return findings.stream().filter(finding -> finding.rule().equals(rule)).toList();
  }

  @Test
  void aPageAboutSomethingThatIsGoneSaysWhatBecameOfIt() {
    List<Finding> found =
        find(
            "gone-page",
            page("basket", "", ""),
            page("orders", "", ""),
            page("purchas", "", ""),
            page("purchase", "", ""),
            page("index", "", ""),
            page("areas/sales", "", ""));
    assertEquals(
        List.of(
            "the page is about basket, which was dropped by migration 2",
            "the page is about purchas, which is not in the schema and never was"),
        found.stream().map(Finding::message).toList());
    assertEquals("2", found.get(0).migration());
    assertEquals("Did you mean \"purchase\"?", found.get(1).advice());
  }

  @Test
  void aRenamedTableKeepsItsPage() {
    Rationale page = page("orders", "1", "");
    List<Finding> found = find("renamed-page", page);
    assertEquals(1, found.size(), found::toString);
    assertEquals(
        "the page is about orders, which was renamed to purchase by migration 2",
        found.get(0).message());
    assertEquals(
        "Rename the file to docs/schema/purchase.md, and what it says it is about to purchase.",
        found.get(0).advice());
    assertEquals(1, find("stale-page", page).size());
    List<Finding> missing = find("missing-page", page("orders", "1", "What was bought."));
    assertEquals(List.of(), missing);
  }

  @Test
  void twoPagesAboutOneThing() {
    List<Finding> found =
        find("page-twice", page("orders", "", ""), page("purchase", "", ""), page("index", "", ""));
    assertEquals(1, found.size(), found::toString);
    assertEquals(
        "two pages are about purchase: docs/schema/orders.md is shown, docs/schema/purchase.md is"
            + " not",
        found.get(0).message());
  }

  @Test
  void aNoteOnAColumnThatIsNotThere() {
    String body = "Why.\n\n## Columns\n\n### id\nOld.\n### numbr\nNew.\n### `number`\nThere.\n";
    List<Finding> found = find("lost-note", page("purchase", "", body));
    assertEquals(2, found.size(), found::toString);
    assertEquals(
        "the note on purchase.numbr is shown nowhere: there is no such column",
        found.get(1).message());
    assertEquals("Did you mean \"number\"?", found.get(1).advice());
    assertEquals(11, found.get(1).line());
    assertEquals(9, found.get(0).line());
  }

  @Test
  void anIncludeThatShowsNothing() {
    String body =
        """
        {{diagram purchase depth=2}}
        {{diagrm purchase}}
        {{columns purchas}}
        {{changes purchase since=1}}
        {{changes purchase since=never}}
        {{diagram purchase depht=2}}
        {{diagram purchase depth=9}}
        `{{code}}`
        ```
        {{code}}
        ```
        """;
    List<Finding> found = find("broken-include", page("index", "", body));
    assertEquals(
        List.of(
            "6 there is no \"diagrm\" Did you mean \"diagram\"?",
            "7 there is no table or view \"purchas\" Did you mean \"purchase\"?",
            "9 \"never\" is no release, migration or day Write a release, the version of a"
                + " migration, or a day such as 2024-05-31.",
            "10 it takes no \"depht\" Did you mean \"depth\"?",
            "11 a depth cannot be \"9\" Write 1, 2 or 3."),
        found.stream()
            .map(f -> f.line() + f.message().replaceFirst(".*}}:", "") + " " + f.advice())
            .toList());
  }

  @Test
  void aPageWithoutAPromiseIsMeasuredByItsCommit() {
    Rationale read = page("purchase", "", "");
    Commit old = new Commit("c", "Ada", "2024-01-15", "words");
    Commit late = new Commit("c", "Ada", "2024-02-01", "words");
    List<Finding> found = find("stale-page", touched(read, old));
    assertEquals(1, found.size(), found::toString);
    assertTrue(found.get(0).message().contains("was last touched on 2024-01-15"));
    assertEquals(Severity.WARNING, found.get(0).severity());
    assertEquals(List.of(), find("stale-page", touched(read, late)));
    assertEquals(List.of(), find("stale-page", read));
  }

  private static List<Finding> find(Expectations wanted, Rationale... pages) {
    return Judge.judge(
            new Project("Shop", "", "", "docs/schema"),
            "shop",
            HISTORY,
            List.of(),
            List.of(pages),
            List.of(),
            List.of(),
            JudgeSettings.DEFAULT.with(wanted))
        .findings();
  }

  @Test
  void lessIsWrittenThanIsWanted() {
    Expectations wanted = new Expectations(80, 30, false, "");
    List<Finding> none = of("low-coverage", find(wanted));
    assertEquals(
        List.of(
            "0 of 1 columns (0 %) have a note or a comment, and the team wants 30 %",
            "0 of 1 tables (0 %) have a page or a comment, and the team wants 80 %"),
        none.stream().map(Finding::message).toList());
    assertEquals("Write what matters most first: purchase.", none.get(1).advice());
    assertEquals(Severity.ERROR, none.get(0).severity());
    Rationale page = page("purchase", "2", "Why.\n\n## Columns\n### number\nCounted.\n");
    assertEquals(List.of(), of("low-coverage", find(wanted, page)));
    Rationale stub = withStatus(page, "stub");
    assertEquals(1, of("low-coverage", find(wanted, stub)).size());
    assertEquals(List.of(), of("low-coverage", find(Expectations.NONE)));
  }

  @Test
  void newTablesComeWithAPage() {
    Rationale page = page("purchase", "2", "Why.");
    String rule = "new-table-without-page";
    Expectations early = new Expectations(0, 0, true, "2023-01-01");
    List<Finding> found = of(rule, find(early));
    assertEquals(1, found.size(), found::toString);
    assertEquals("table purchase is new in migration 1, without a page", found.get(0).message());
    assertEquals("sql/V1__step.sql", found.get(0).path());
    assertEquals(List.of(), of(rule, find(early, page)));
    assertEquals(1, of(rule, find(early, withStatus(page, "stub"))).size());
    assertEquals(List.of(), of(rule, find(new Expectations(0, 0, true, "1"))));
    List<Finding> unknown = of(rule, find(new Expectations(0, 0, true, "v9")));
    assertTrue(unknown.get(0).message().contains("\"v9\", which is no release"));
  }

  private static Rationale withStatus(Rationale p, String status) {
    return new Rationale(
        p.path(),
        p.subject(),
        p.owners(),
        p.tags(),
        p.area(),
        status,
        p.reviewed(),
        p.supersedes(),
        p.decisions(),
        p.images(),
        p.extra(),
        p.body(),
        p.bodyLine(),
        p.touched(),
        p.about(),
        p.since());
  }

  private static Rationale touched(Rationale p, Commit commit) {
    return new Rationale(
        p.path(),
        p.subject(),
        p.owners(),
        p.tags(),
        p.area(),
        p.status(),
        p.reviewed(),
        p.supersedes(),
        p.decisions(),
        p.images(),
        p.extra(),
        p.body(),
        p.bodyLine(),
        commit,
        p.about(),
        p.since());
  }

  @Test
  void aLinkThatLeadsNowhereIsFoundWithItsLine() {
    String body =
        "[[purchase]] [[public.purchase.number]] [[index]] [[2]] [[V1]]\n`[[code]]`\n[[purchase.id]]";
    List<Finding> found =
        find("broken-link", page("purchase", "", body), page("index", "", "[[purchase.numbr]]"));
    assertEquals(2, found.size(), found::toString);
    assertEquals("docs/schema/index.md", found.get(0).path());
    assertEquals(5, found.get(0).line());
    assertEquals("Did you mean \"purchase.number\"?", found.get(0).advice());
    assertEquals(7, found.get(1).line());
    assertEquals(Severity.ERROR, found.get(1).severity());
  }

  @Test
  void aUsualLinkToAPageThatIsNotThereIsFound() {
    String body = "[it](purchase.md)\n[gone](purchas.md) [far](../../README.md) `[code](x.md)`";
    List<Finding> found = find("broken-link", page("purchase", "", body));
    assertEquals(1, found.size(), found::toString);
    assertEquals("the link purchas.md leads nowhere", found.get(0).message());
    assertEquals("Did you mean \"purchase.md\"?", found.get(0).advice());
    assertEquals(6, found.get(0).line());
  }

  @Test
  void aFormerNameInALinkIsTold() {
    List<Finding> found = find("broken-link", page("index", "", "[[orders]]"));
    assertEquals(
        "the link [[orders]] leads nowhere: orders was renamed to purchase by migration 2",
        found.get(0).message());
    assertEquals("Write [[purchase]] instead.", found.get(0).advice());
  }

  @Test
  void aTableWithoutAPageIsToldGently() {
    List<Finding> found = find("missing-page", page("index", "", ""));
    assertEquals(List.of(ObjectRef.table("public", "purchase")), found.get(0).subjects());
    assertEquals(Severity.INFO, found.get(0).severity());
    assertEquals(List.of(), find("missing-page", page("purchase", "", "What was bought.")));
    assertEquals(
        "the page of purchase says nothing yet",
        find("missing-page", page("purchase", "", "\n")).get(0).message());
  }

  @Test
  void aPageThatWasReadBeforeTheTableChangedIsStale() {
    assertEquals(1, find("stale-page", page("purchase", "1", "")).size());
    assertEquals(1, find("stale-page", page("purchase", "2024-01-15", "")).size());
    assertEquals(List.of(), find("stale-page", page("purchase", "2", "")));
    assertEquals(List.of(), find("stale-page", page("purchase", "2024-02-01", "")));
    assertTrue(
        find("stale-page", page("purchase", "soon", ""))
            .get(0)
            .message()
            .contains("neither a migration nor a day"));
  }

  @Test
  void anEditedMigrationIsFoundOnceWithAllThatIsKnown() {
    Commit edit = new Commit("e", "Bob", "2024-03-01", "fix typo");
    History history =
        new Histories().then(ONE, Observation.NOTHING, List.of(edit)).then(TWO).done();
    Cut cut = new Cut("v1", "", "", Commit.UNKNOWN, 1, TWO, List.of("sql/V1__step.sql"));
    List<Finding> found = of("edited-migration", find(history, List.of(cut)));
    assertEquals(1, found.size());
    assertEquals(
        "migration 1 is not what it was: it was edited on 2024-03-01 by Bob (\"fix typo\");"
            + " it differs from the file in release v1",
        found.get(0).message());
    assertEquals("sql/V1__step.sql", found.get(0).path());
  }

  @Test
  void findingsComeInAFixedOrder() {
    Rationale broken = page("zebra", "", "[[nothing]]");
    List<Finding> findings = find(HISTORY, List.of(), page("basket", "", ""), broken);
    List<Finding> again = find(HISTORY, List.of(), broken, page("basket", "", ""));
    assertEquals(findings, again);
    assertEquals(
        List.of(Severity.ERROR, Severity.WARNING, Severity.WARNING, Severity.INFO),
        findings.stream()
            .filter(finding -> DesignCatalogue.rule(finding.rule()).isEmpty())
            .filter(finding -> SafetyCatalogue.rule(finding.rule()).isEmpty())
            .map(Finding::severity)
            .toList());
  }
}
