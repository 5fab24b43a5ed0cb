package dev.annals.judge.succession;

import static dev.annals.judge.diff.Objects.column;
import static dev.annals.judge.diff.Objects.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.judge.Histories;
import dev.annals.judge.Judge;
import dev.annals.judge.JudgeSettings;
import dev.annals.judge.diff.Snapshots;
import dev.annals.model.change.Change;
import dev.annals.model.history.Commit;
import dev.annals.model.history.Cut;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.Snapshot;
import dev.annals.model.schema.Trigger;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Project;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.Release;
import dev.annals.model.story.Succession;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A column that takes another's place is recognised by evidence, and by nothing less. */
class SuccessionsTest {

  private static final String COPY = "UPDATE customer SET email = mail;";
  private static final String BOTH =
      "BEGIN IF NEW.mail IS DISTINCT FROM OLD.mail THEN NEW.email := NEW.mail;"
          + " ELSE NEW.mail := NEW.email; END IF; RETURN NEW; END";
  private static final String ONE_WAY = "BEGIN NEW.email := lower(NEW.mail); RETURN NEW; END";

  private static Snapshots shop() {
    return new Snapshots()
        .with(1, table("public", "customer"))
        .with(11, column("customer", "id", 1, "bigint"));
  }

  private static Snapshots with(Column... columns) {
    Snapshots snapshots = shop();
    for (Column column : columns) {
      snapshots.with(column.name().hashCode(), column);
    }
    return snapshots;
  }

  private static Column text(String name) {
    return column("customer", name, name.length(), "text");
  }

  private static Column said(String name, String comment) {
    return new Column(
        "public", "customer", name, name.length(), "text", true, "", "", "", "", "", comment);
  }

  private static final Snapshot OLD = with(text("mail")).done();
  private static final Snapshot BESIDE = with(text("mail"), text("email")).done();
  private static final Snapshot NEW = with(text("email")).done();

  private static Snapshot synced(String body) {
    return with(text("mail"), text("email"))
        .with(
            50,
            new Routine(
                "public",
                "sync",
                "",
                "function",
                "",
                "trigger",
                "plpgsql",
                "volatile",
                false,
                false,
                "unsafe",
                List.of(),
                body,
                "",
                List.of(),
                "app",
                ""))
        .with(51, new Trigger("public", "customer", "t", "public.sync()", "origin", "x", ""))
        .done();
  }

  private static Chronicle tell(Histories history, List<Cut> cuts, List<Rationale> pages) {
    return Judge.judge(
        new Project("Shop", "", "", "docs"),
        "shop",
        history.done(),
        cuts,
        pages,
        List.of(),
        List.of(),
        JudgeSettings.DEFAULT);
  }

  private static List<Succession> found(Histories history) {
    return tell(history, List.of(), List.of()).successions();
  }

  private static Cut cut(String name, int through, Snapshot schema) {
    return new Cut(name, "", "", Commit.UNKNOWN, through, schema, List.of());
  }

  private static Rationale page(String body) {
    return new Rationale(
        "docs/customer.md",
        "customer",
        List.of(),
        List.of(),
        "",
        "",
        "",
        List.of(),
        List.of(),
        new TreeMap<>(),
        new TreeMap<>(),
        body,
        1,
        Commit.UNKNOWN,
        List.of(),
        List.of());
  }

  @Test
  void expandCopyContractIsOneStory() {
    Histories history = new Histories().then(OLD).then(BESIDE).then(BESIDE, COPY).then(NEW);
    List<Cut> cuts = List.of(cut("1.0", 0, OLD), cut("2.0", 1, BESIDE), cut("2.1", 2, BESIDE));
    cuts = List.of(cuts.get(0), cuts.get(1), cuts.get(2), cut("3.0", 3, NEW));
    Chronicle chronicle = tell(history, cuts, List.of());
    Succession story = chronicle.successions().get(0);
    assertEquals("customer.mail", story.former().display());
    assertEquals("customer.email", story.latter().display());
    assertEquals(1, story.added());
    assertEquals(3, story.gone());
    assertEquals(List.of(new Succession.Proof(2, "its values were copied")), story.evidence());
    Release expand = chronicle.releases().get(1);
    assertEquals(
        "column customer.email is new, to replace customer.mail, which goes in 3.0",
        expand.changes().get(0).verdict().summary());
    var contract = chronicle.releases().get(3).changes().get(0).verdict();
    assertEquals(
        "column customer.mail is gone; customer.email has replaced it since 2.0",
        contract.summary());
    assertEquals("Read and write customer.email", contract.instead());
    assertTrue(contract.breaking(), "who reads it still breaks");
    assertTrue(
        chronicle.steps().get(3).changes().get(0).verdict().summary().contains("has replaced"),
        "the lifeline tells it, too");
  }

  @Test
  void aTriggerBothWaysIsEnoughWhileBothAreThere() {
    assertEquals(1, found(new Histories().then(OLD).then(synced(BOTH))).size());
    assertEquals(
        List.of(),
        found(new Histories().then(OLD).then(synced(ONE_WAY))),
        "one way may be a copy for searching");
    assertEquals(
        1,
        found(new Histories().then(OLD).then(synced(ONE_WAY)).then(NEW)).size(),
        "until it goes");
  }

  @Test
  void whatACommentOrAPageSaysIsEnough() {
    Snapshot promised =
        with(
                said("mail", "@deprecated since 2.0, use customer.email, remove in 3.0"),
                text("email"))
            .done();
    List<Succession> found = found(new Histories().then(OLD).then(promised));
    assertEquals("3.0", found.get(0).promised());
    Rationale page =
        page("A customer.\n\n## Columns\n\n### mail\n@deprecated since 2.0, use email.\n");
    Chronicle chronicle = tell(new Histories().then(OLD).then(BESIDE), List.of(), List.of(page));
    assertEquals(1, chronicle.successions().size());
    Change.Dropped gone = new Change.Dropped(text("mail"));
    var told =
        tell(new Histories().then(OLD).then(BESIDE).then(NEW), List.of(), List.of(page))
            .steps()
            .get(2)
            .changes()
            .get(0);
    assertEquals(gone.subject(), told.change().subject());
    assertTrue(
        told.verdict()
            .notes()
            .contains("this was announced: deprecated since 2.0, to be replaced by email"));
  }

  @Test
  void aComputedColumnThatOutlivesItsSourceReplacedIt() {
    Column computed =
        new Column(
            "public",
            "customer",
            "email",
            5,
            "text",
            true,
            "",
            "",
            "STORED (lower(mail))",
            "",
            "",
            "");
    assertEquals(
        1,
        found(
                new Histories()
                    .then(OLD)
                    .then(with(text("mail"), computed).done())
                    .then(BESIDE)
                    .then(NEW))
            .size());
  }

  private static final String MOVE =
      "CREATE TABLE contact (email text); INSERT INTO contact (email) SELECT mail FROM customer;";

  private static Snapshots contact(Snapshots shop) {
    return shop.with(2, table("public", "contact")).with(21, column("contact", "email", 1, "text"));
  }

  @Test
  void valuesThatMoveToANewTableAreOneStory() {
    Snapshot both = contact(with(text("mail"))).done();
    Snapshot moved = contact(shop()).done();
    Histories history = new Histories().then(OLD).then(both, MOVE).then(moved);
    Chronicle chronicle = tell(history, List.of(), List.of());
    Succession story = chronicle.successions().get(0);
    assertEquals("contact.email", story.latter().display());
    assertEquals("its values were copied to contact.email", story.evidence().get(0).what());
    assertEquals(
        "column customer.mail is gone; contact.email has replaced it since 2",
        chronicle.steps().get(2).changes().get(0).verdict().summary());
    assertEquals(
        List.of(),
        found(new Histories().then(OLD).then(both, MOVE)),
        "both are there: it may be a copy");
    assertEquals(
        List.of(),
        found(new Histories().then(both).then(both, MOVE).then(moved)),
        "the other table is as old: it may be a seed");
  }

  @Test
  void aTableThatGoesAfterItsValuesWereCopiedSaysWhereTo() {
    Snapshot both = contact(with(text("mail"))).done();
    Snapshot alone = contact(new Snapshots()).done();
    Histories history = new Histories().then(OLD).then(both, MOVE).then(alone);
    var dropped =
        tell(history, List.of(), List.of()).steps().get(2).changes().stream()
            .filter(judged -> judged.verdict().rule().equals("table-dropped"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        "table customer is gone, with its rows; values of it were copied to contact before",
        dropped.verdict().summary());
    assertTrue(
        dropped.verdict().notes().contains("what was copied: mail to contact.email"),
        dropped.verdict().notes().toString());
  }

  @Test
  void aMixtureReplacesItsPartsOnlyWhereAllGo() {
    Snapshot parts = with(text("first"), text("last")).done();
    Snapshot beside = with(text("first"), text("last"), text("label")).done();
    String mix = "UPDATE customer SET label = first || ' ' || last;";
    assertEquals(
        2,
        found(new Histories().then(parts).then(beside, mix).then(with(text("label")).done()))
            .size());
    assertEquals(
        List.of(),
        found(
            new Histories()
                .then(parts)
                .then(beside, mix)
                .then(with(text("last"), text("label")).done())));
  }

  @Test
  void falseFriendsAreNone() {
    Snapshot none = shop().done();
    assertEquals(
        List.of(), found(new Histories().then(OLD).then(BESIDE, COPY)), "a copy alone, both there");
    assertEquals(
        List.of(), found(new Histories().then(OLD).then(BESIDE).then(NEW)), "add and drop alone");
    assertEquals(
        List.of(),
        found(new Histories().then(OLD).then(NEW).then(NEW, COPY)),
        "a copy of something that is gone cannot have been one");
    assertEquals(
        List.of(),
        found(new Histories().then(BESIDE).then(BESIDE, COPY).then(NEW)),
        "born together");
    assertEquals(
        List.of(),
        found(new Histories().then(OLD).then(BESIDE, COPY).then(none)),
        "both went together");
    assertEquals(
        List.of(),
        found(new Histories().then(OLD).then(BESIDE, COPY).then(Snapshot.EMPTY)),
        "the table went");
    assertEquals(
        List.of(),
        found(
            new Histories()
                .then(OLD)
                .then(BESIDE, "UPDATE customer SET email = mail || name;")
                .then(NEW)),
        "a mixture");
    assertEquals(
        List.of(),
        found(new Histories().then(OLD).then(BESIDE, "UPDATE account SET email = mail;").then(NEW)),
        "another table");
  }
}
