package dev.annals.judge;

import static dev.annals.judge.diff.Objects.column;
import static dev.annals.judge.diff.Objects.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.judge.design.Scrutiny;
import dev.annals.judge.diff.Snapshots;
import dev.annals.judge.finding.Expectations;
import dev.annals.model.change.Bump;
import dev.annals.model.change.Level;
import dev.annals.model.change.SemanticVersion;
import dev.annals.model.change.Verdict;
import dev.annals.model.history.Commit;
import dev.annals.model.history.Cut;
import dev.annals.model.history.History;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Snapshot;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Project;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a team decides about versions, and whether it keeps what its comments promise. */
class PolicyTest {

  private static Snapshots base() {
    return new Snapshots()
        .with(1, table("public", "orders"))
        .with(11, column("orders", "id", 1, "bigint"));
  }

  private static Column total(String comment) {
    Column plain = column("orders", "total", 2, "bigint");
    return new Column(
        plain.schema(),
        plain.relation(),
        plain.name(),
        plain.position(),
        plain.type(),
        plain.nullable(),
        plain.defaultValue(),
        plain.identity(),
        plain.generated(),
        plain.collation(),
        plain.storage(),
        comment);
  }

  private static final Snapshot WITHOUT = base().done();

  private static Snapshot with(String comment) {
    return base().with(12, total(comment)).done();
  }

  private static Cut cut(String name, int through, Snapshot schema) {
    return new Cut(name, "", "2024-05-31", Commit.UNKNOWN, through, schema, List.of());
  }

  private static Chronicle judge(History history, List<Cut> cuts, JudgeSettings settings) {
    return Judge.judge(
        new Project("Shop", "", "", "docs/schema"),
        "shop",
        history,
        cuts,
        List.of(),
        List.of(),
        List.of(),
        settings);
  }

  private static List<String> messages(String rule, Chronicle chronicle) {
    return chronicle.findings().stream()
        .filter(finding -> finding.rule().equals(rule))
        .map(Finding::message)
        .toList();
  }

  private static final History DROPPING = new Histories().then(with("")).then(WITHOUT).done();

  @Test
  void theTeamMayThinkOtherwiseOfARule() {
    JudgeSettings own =
        JudgeSettings.DEFAULT.withOverrides(
            Map.of(
                "column-dropped",
                new JudgeSettings.OwnLevel(Level.NON_BREAKING, "only our own service reads it")));
    Chronicle chronicle = judge(DROPPING, List.of(), own);
    assertEquals("1.1.0", chronicle.version().toString());
    Verdict verdict = chronicle.steps().get(1).changes().get(0).verdict();
    assertTrue(verdict.notes().toString().contains("only our own service reads it"));
    assertEquals("2.0.0", judge(DROPPING, List.of(), JudgeSettings.DEFAULT).version().toString());
  }

  @Test
  void belowOneABreakingChangeIsAMinorVersion() {
    JudgeSettings young =
        new JudgeSettings(
            new SemanticVersion(0, 1, 0),
            Bump.MINOR,
            Bump.MINOR,
            new TreeMap<>(),
            Scrutiny.HIGH,
            Expectations.NONE);
    assertEquals("0.2.0", judge(DROPPING, List.of(), young).version().toString());
    JudgeSettings strict =
        new JudgeSettings(
            new SemanticVersion(0, 1, 0),
            Bump.MINOR,
            Bump.MAJOR,
            new TreeMap<>(),
            Scrutiny.HIGH,
            Expectations.NONE);
    assertEquals("1.0.0", judge(DROPPING, List.of(), strict).version().toString());
  }

  @Test
  void aReleaseThatPromisesTooLittleIsFound() {
    Chronicle chronicle =
        judge(
            DROPPING,
            List.of(cut("v1.0", 0, with("")), cut("v1.1", 1, WITHOUT)),
            JudgeSettings.DEFAULT);
    assertEquals(
        List.of(
            "release v1.1 is numbered as a minor release after 1.0.0: column orders.total is gone,"
                + " with its values"),
        messages("under-versioned", chronicle));
    Chronicle fine =
        judge(
            DROPPING,
            List.of(cut("v1.0", 0, with("")), cut("v4", 1, WITHOUT)),
            JudgeSettings.DEFAULT);
    assertEquals(List.of(), messages("under-versioned", fine));
  }

  @Test
  void promisesAreKept() {
    Snapshot promised = with("@deprecated since 1.0, use other, remove in 3.0");
    History early = new Histories().then(promised).then(WITHOUT).done();
    Chronicle tooEarly =
        judge(
            early, List.of(cut("1.0", 0, promised), cut("2.0", 1, WITHOUT)), JudgeSettings.DEFAULT);
    assertEquals(
        List.of(
            "column orders.total is gone in release 2.0, and it was promised that it would stay until"
                + " 3.0"),
        messages("broken-promise", tooEarly));
    Chronicle inTime =
        judge(
            early, List.of(cut("1.0", 0, promised), cut("3.0", 1, WITHOUT)), JudgeSettings.DEFAULT);
    assertEquals(List.of(), messages("broken-promise", inTime));
    assertTrue(
        inTime
            .releases()
            .get(1)
            .changes()
            .get(0)
            .verdict()
            .notes()
            .contains(
                "this was announced: deprecated since 1.0, to be replaced by other, to be removed"
                    + " in 3.0"));
    Chronicle overdue =
        judge(
            new Histories().then(promised).done(),
            List.of(cut("3.1", 0, promised)),
            JudgeSettings.DEFAULT);
    assertEquals(
        List.of("column orders.total was to be removed in 3.0, and is still there"),
        messages("broken-promise", overdue));
  }
}
