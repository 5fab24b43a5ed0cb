package dev.annals.judge;

import static dev.annals.judge.diff.Objects.column;
import static dev.annals.judge.diff.Objects.index;
import static dev.annals.judge.diff.Objects.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.judge.diff.Snapshots;
import dev.annals.model.change.Bump;
import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Lock;
import dev.annals.model.change.Verdict;
import dev.annals.model.change.Work;
import dev.annals.model.history.Commit;
import dev.annals.model.history.Cut;
import dev.annals.model.history.History;
import dev.annals.model.history.Observation;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Snapshot;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Project;
import dev.annals.model.story.Release;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgeTest {

  private static final Project PROJECT = new Project("Shop", "", "", "docs/schema");

  private static Snapshots base() {
    return new Snapshots()
        .with(1, table("public", "orders"))
        .with(11, column("orders", "id", 1, "bigint"));
  }

  private static final Snapshot FIRST = base().done();
  private static final Snapshot WITH_TEMPORARY =
      base().with(12, column("orders", "tmp", 2, "text")).done();
  private static final Snapshot WITH_INDEX = base().with(13, index("orders", "i", "", "id")).done();

  private static Chronicle judge(History history, List<Cut> cuts) {
    return Judge.judge(
        PROJECT, "shop", history, cuts, List.of(), List.of(), List.of(), JudgeSettings.DEFAULT);
  }

  private static Cut cut(String name, int through, Snapshot schema) {
    return new Cut(name, "", "2024-05-31", Commit.UNKNOWN, through, schema, List.of());
  }

  @Test
  void theVersionRisesStepByStepFromTheInitialOne() {
    Chronicle chronicle =
        judge(new Histories().then(FIRST).then(FIRST).then(WITH_TEMPORARY).done(), List.of());
    assertEquals("1.0.0", chronicle.steps().get(0).version().toString());
    assertEquals(Bump.NONE, chronicle.steps().get(1).bump());
    assertEquals("1.0.0", chronicle.steps().get(1).version().toString());
    assertEquals(
        chronicle.steps().get(1).version().next(chronicle.steps().get(2).bump()),
        chronicle.version());
    assertTrue(chronicle.steps().get(2).bump().compareTo(Bump.MINOR) >= 0);
  }

  @Test
  void withoutCutsEachMigrationIsARelease() {
    Chronicle chronicle = judge(new Histories().then(FIRST).then(WITH_INDEX).done(), List.of());
    assertEquals(
        List.of("1", "2"), chronicle.releases().stream().map(r -> r.cut().name()).toList());
    assertEquals(List.of(1), chronicle.releases().get(1).steps());
  }

  @Test
  void aReleaseHoldsTheNetEffectOfItsMigrations() {
    History history = new Histories().then(FIRST).then(WITH_TEMPORARY).then(WITH_INDEX).done();
    Chronicle chronicle = judge(history, List.of(cut("1.0", 0, FIRST), cut("1.1", 2, WITH_INDEX)));
    Release release = chronicle.releases().get(1);
    assertEquals(List.of(1, 2), release.steps());
    assertEquals(1, release.changes().size());
    assertEquals("i", release.changes().get(0).change().subject().name());
    assertEquals(chronicle.version(), release.version());
  }

  @Test
  void theFirstReleaseIsTheInitialStepAsTheFirstMigrationIs() {
    History history = new Histories().then(FIRST).then(WITH_TEMPORARY).then(WITH_INDEX).done();
    Chronicle each = judge(history, List.of());
    Chronicle cut =
        judge(history, List.of(cut("1.0", 1, WITH_TEMPORARY), cut("1.1", 2, WITH_INDEX)));
    for (Chronicle chronicle : List.of(each, cut)) {
      Release first = chronicle.releases().get(0);
      assertEquals("initial", first.bump().label(first.changes()));
      Release second = chronicle.releases().get(1);
      assertEquals(second.bump().label(), second.bump().label(second.changes()));
      assertTrue(second.bump().compareTo(Bump.NONE) > 0);
      JudgedStep step = chronicle.steps().get(0);
      assertEquals("initial", step.bump().label(step.changes()));
    }
    assertEquals(
        each.steps().stream().map(JudgedStep::bump).toList(),
        each.releases().stream().map(Release::bump).toList());
  }

  /** What a deployment runs below all that ran is no first release: something was there. */
  @Test
  void aReleaseOfEarlierMigrationsThatFollowsASchemaIsAStepFromIt() {
    History history = new Histories().then(WITH_INDEX).done();
    Chronicle chronicle =
        judge(history, List.of(cut("base", -1, FIRST), cut("1.0", 0, WITH_INDEX)));
    assertTrue(chronicle.releases().get(1).bump() != Bump.NONE);
  }

  @Test
  void aReleaseWhoseFilesWereEditedIsComparedByWhatItsOwnFilesGive() {
    Snapshot edited = base().with(index("orders", "other", "", "id")).done();
    Snapshot renamed =
        new Snapshots()
            .with(1, table("public", "purchase"))
            .with(11, column("purchase", "id", 1, "bigint"))
            .done();
    History history = new Histories().then(FIRST).then(renamed).done();
    Chronicle chronicle = judge(history, List.of(cut("1.0", 0, edited), cut("1.1", 1, renamed)));
    List<Change> net =
        chronicle.releases().get(1).changes().stream().map(JudgedChange::change).toList();
    assertEquals(2, net.size(), net::toString);
    assertTrue(net.stream().anyMatch(change -> change instanceof Change.Renamed));
    assertTrue(net.stream().anyMatch(change -> change instanceof Change.Dropped));
  }

  @Test
  void whatComesAfterTheLastCutIsUnreleased() {
    Chronicle chronicle =
        judge(new Histories().then(FIRST).then(WITH_INDEX).done(), List.of(cut("1.0", 0, FIRST)));
    Release last = chronicle.releases().get(1);
    assertEquals("Unreleased", last.cut().name());
    assertEquals("", last.cut().date());
    assertEquals(List.of(1), last.steps());
  }

  @Test
  void whatTheReplaySawOverrulesTheRule() {
    Observation seen =
        new Observation(
            9,
            Map.of(ObjectRef.table("public", "orders"), Lock.SHARE),
            Map.of(ObjectRef.table("public", "orders"), Set.of(Work.INDEX_BUILD)),
            List.of(),
            List.of(),
            true);
    Chronicle chronicle =
        judge(new Histories().then(FIRST).then(WITH_INDEX, seen).done(), List.of());
    Verdict verdict = chronicle.steps().get(1).changes().get(0).verdict();
    assertTrue(verdict.measured());
    assertEquals(Lock.SHARE, verdict.lock());
    assertEquals(Set.of(Work.INDEX_BUILD), verdict.work());
    Verdict first = chronicle.steps().get(0).changes().get(0).verdict();
    assertFalse(first.measured());
  }
}
