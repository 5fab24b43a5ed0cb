package dev.annals.judge.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.extract.history.FileSet;
import dev.annals.extract.history.FlywayProject;
import dev.annals.extract.history.FlywaySettings;
import dev.annals.extract.history.Plan;
import dev.annals.extract.replay.Rehearsal;
import dev.annals.extract.replay.Replay;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.extract.replay.server.SharedServer;
import dev.annals.judge.diff.SchemaDiff;
import dev.annals.judge.witness.Probes;
import dev.annals.judge.witness.Verified;
import dev.annals.model.change.Change;
import dev.annals.model.change.Effect;
import dev.annals.model.change.Level;
import dev.annals.model.change.Verdict;
import dev.annals.model.history.History;
import dev.annals.model.schema.Snapshot;
import dev.annals.model.story.RulePage;
import dev.annals.model.witness.Evidence;
import dev.annals.model.witness.Outcome;
import dev.annals.model.witness.Side;
import dev.annals.model.witness.Trial;
import dev.annals.model.witness.Tried;
import dev.annals.model.witness.Witness;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Rules and witnesses police each other: on a rule's example a change that is judged breaking has a
 * statement that worked before and does not after it, and one that is judged harmless has none.
 */
class WitnessExamplesIT {

  /** Breaking, and no statement of before can show it: the change's page says why. */
  private static final Set<String> SILENT = Set.of("extension-dropped", "not-null-dropped");

  /** Harmless by itself, since the change that brings it about is judged breaking. */
  private static final Set<String> TOLD_ELSEWHERE = Set.of("privilege-lapsed");

  @TestFactory
  Stream<DynamicTest> examples() {
    return RulePages.all().stream()
        .filter(page -> !page.before().contains("-- superuser"))
        .map(page -> DynamicTest.dynamicTest(page.id(), () -> check(page)));
  }

  private static void check(RulePage page) {
    ScratchServer server = SharedServer.available(RuleExamplesIT.major(page.before()));
    String migration = page.migration().split("-- next migration\n")[0];
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put("sql/V1__before.sql", page.before().getBytes(StandardCharsets.UTF_8));
    files.put("sql/V2__after.sql", migration.getBytes(StandardCharsets.UTF_8));
    Plan plan =
        FlywayProject.resolve(new FileSet(files), new FlywaySettings("", List.of("sql"), Map.of()));
    History history = Replay.run(server, plan, (number, all, script) -> {});
    Snapshot before = known(page, history.before(1));
    Snapshot after = known(page, history.last());
    List<Change> changes = SchemaDiff.between(before, after);
    List<Trial> trials = new ArrayList<>();
    for (Change change : changes) {
      trials.add(Trial.untilRefused(1, 2, Probes.of(change, before.schema(), after.schema())));
    }
    List<List<Tried>> tried = Rehearsal.run(server, plan, trials, (number, all, script) -> {});
    ChangeContext context =
        new ChangeContext(
            before.schema(),
            after.schema(),
            changes,
            history.steps().get(1).observation(),
            Route.of(List.of(history.steps().get(1))));
    for (int i = 0; i < changes.size(); i++) {
      Evidence evidence =
          Verified.evidence(changes.get(i), tried.get(i), before.schema(), after.schema());
      check(page, RuleCatalogue.judge(changes.get(i), context), evidence);
    }
  }

  private static Snapshot known(RulePage page, Snapshot snapshot) {
    return page.before().startsWith("-- identities: unknown")
        ? Snapshot.of(snapshot.schema())
        : snapshot;
  }

  private static void check(RulePage page, Verdict verdict, Evidence evidence) {
    List<Witness> witnesses = evidence.witnesses();
    String told = verdict.summary() + ": " + witnesses;
    if (verdict.breaking() && verdict.rule().equals(page.id())) {
      assertEquals(SILENT.contains(page.id()), witnesses.isEmpty(), told);
      assertEquals(
          SILENT.contains(page.id()),
          evidence.unseen().startsWith("No statement can show it, because "),
          told + evidence.unseen());
    }
    assertEquals(witnesses.isEmpty(), !evidence.unseen().isEmpty(), told);
    if (TOLD_ELSEWHERE.contains(verdict.rule())) {
      return;
    }
    for (Witness witness : witnesses) {
      assertTrue(
          verdict.level().compareTo(Level.NON_BREAKING) > 0 || witness.outcome() != Outcome.REFUSED,
          told);
      Effect effect = witness.side() == Side.READER ? verdict.readers() : verdict.writers();
      assertTrue(
          effect != Effect.NONE || witness.outcome() != Outcome.REFUSED,
          "nobody of that side is said to notice: " + told);
      assertFalse(witness.after().isEmpty(), told);
    }
  }
}
