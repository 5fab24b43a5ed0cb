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
        new TreeMap<>(),
        body,
        5,
        Commit.UNKNOWN);
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
            "the page is about orders, which was renamed to purchase by migration 2",
            "the page is about purchas, which is not in the schema and never was"),
        found.stream().map(Finding::message).toList());
    assertEquals("2", found.get(0).migration());
    assertEquals("Rename the page's file to purchase.md.", found.get(1).advice());
    assertEquals("did you mean \"purchase\"?", found.get(2).advice());
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
    assertEquals("did you mean \"purchase.number\"?", found.get(0).advice());
    assertEquals(7, found.get(1).line());
    assertEquals(Severity.ERROR, found.get(1).severity());
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
    assertEquals(List.of(), find("missing-page", page("purchase", "", "")));
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
