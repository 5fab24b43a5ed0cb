package dev.annals.extract.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.extract.catalog.postgresql.NastySteps;
import dev.annals.extract.history.FileSet;
import dev.annals.extract.history.FlywayProject;
import dev.annals.extract.history.FlywaySettings;
import dev.annals.extract.history.Plan;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.extract.replay.server.SharedServer;
import dev.annals.model.Problem;
import dev.annals.model.history.History;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nobody can tell whether a history was recorded by one replay or by two that met. */
class ForerunnerIT {

  private final ScratchServer server = SharedServer.get();

  private static Plan plan(List<String> scripts) {
    return plan(scripts, Map.of());
  }

  private static Plan plan(List<String> scripts, Map<String, String> callbacks) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    callbacks.forEach(
        (name, sql) -> files.put("sql/" + name, sql.getBytes(StandardCharsets.UTF_8)));
    for (int i = 0; i < scripts.size(); i++) {
      files.put("sql/V" + (i + 1) + "__s.sql", scripts.get(i).getBytes(StandardCharsets.UTF_8));
    }
    files.put("sql/U3__s.sql", "SELECT 1;".getBytes(StandardCharsets.UTF_8));
    files.put("sql/U30__s.sql", "SELECT 2;".getBytes(StandardCharsets.UTF_8));
    return FlywayProject.resolve(
        new FileSet(files), new FlywaySettings("", List.of("sql"), Map.of()));
  }

  private History one(Plan plan) {
    return Replay.alone(
            server, plan, Known.NOTHING, States.NONE, (number, all, script) -> {}, unused -> {})
        .history();
  }

  private static List<String> tables(int count) {
    return IntStream.range(0, count).mapToObj(i -> "CREATE TABLE t" + i + " (id int);").toList();
  }

  @Test
  void whereverTheyMeetTheHistoryIsTheSame() throws IOException {
    List<String> scripts =
        // Flyway takes REINDEX CONCURRENTLY for what runs in a transaction
        NastySteps.of(server.major()).stream()
            .map(step -> String.join(";\n", step))
            .filter(step -> !step.contains("REINDEX"))
            .toList();
    Plan plan = plan(scripts);
    assertTrue(scripts.size() > 60, () -> scripts.size() + " steps");
    History expected = one(plan);
    for (int step : List.of(0, 1, 17, 40, scripts.size() - 1)) {
      SameHistory.same(expected, Replay.meeting(server, plan, step));
    }
  }

  @Test
  void callbacksRunInBoth() {
    Map<String, String> callbacks =
        Map.of(
            "afterConnect.sql", "SET application_name = '${flyway:filename}';",
            "beforeMigrate.sql", "CREATE TABLE first_of_all (id int);",
            "beforeEachMigrate.sql", "CREATE TABLE IF NOT EXISTS each (id int);",
            "afterEachMigrate.sql",
                "DO $$ BEGIN EXECUTE 'CREATE TABLE of_' ||"
                    + " (SELECT coalesce(max(installed_rank), 0) FROM flyway_schema_history) || ' ()'; END $$;",
            "afterMigrate__x.sql",
                "DROP VIEW IF EXISTS last; CREATE VIEW last AS SELECT 1 AS one;");
    Plan plan = plan(tables(40), callbacks);
    assertTrue(server.replaysAtOnce() < 2 || Forerunner.helps(server, plan, 0));
    History expected = one(plan);
    for (int step : List.of(0, 20, 39)) {
      SameHistory.same(expected, Replay.meeting(server, plan, step));
    }
    SameHistory.same(expected, Replay.run(server, plan, (number, all, script) -> {}));
    assertFalse(
        Forerunner.helps(server, plan(tables(40), Map.of("afterMigrate.sql", "GRANT a TO b;")), 0));
  }

  @Test
  void theyMeetBySoonestEndAndRolesThatOneFindsMissingAreTold() {
    List<String> scripts = new ArrayList<>(tables(60));
    scripts.set(10, "CREATE TABLE t10 (id int); GRANT SELECT ON t10 TO early_reader;");
    scripts.set(50, "CREATE TABLE t50 (id int); GRANT SELECT ON t50 TO late_reader;");
    Plan plan = plan(scripts);
    assertTrue(server.replaysAtOnce() < 2 || Forerunner.helps(server, plan, 0));
    List<Integer> told = new ArrayList<>();
    History history = Replay.run(server, plan, (number, all, script) -> told.add(number));
    SameHistory.same(one(plan), history);
    assertEquals(2, history.notes().size(), () -> history.notes().toString());
    assertEquals(IntStream.rangeClosed(1, 60).boxed().toList(), told);
  }

  @Test
  void aMigrationThatFailsIsToldOnceWithWhatWasRecordedBefore() {
    List<String> scripts = new ArrayList<>(tables(40));
    scripts.set(33, "CREATE TABLE broken (id nothing_such);");
    List<Integer> kept = new ArrayList<>();
    Problem problem =
        assertThrows(
            Problem.class,
            () ->
                Replay.onwards(
                    server,
                    plan(scripts),
                    Known.NOTHING,
                    States.NONE,
                    Early.none(),
                    (number, all, script) -> {},
                    soFar -> kept.add(soFar.history().steps().size())));
    assertTrue(problem.getMessage().contains("V34__s.sql"), problem.getMessage());
    assertEquals(List.of(33), kept);
  }

  @Test
  void whatConcernsTheServerAsAWholeIsReplayedAlone() {
    for (String sql :
        List.of(
            "CREATE ROLE r",
            "do $$ begin execute 'alter  user x set a to b'; end $$",
            "GRANT a, b TO c",
            "grant x\n  to y",
            "REVOKE a FROM b",
            "DROP OWNED BY a",
            "COMMENT ON DATABASE x IS ''")) {
      List<String> scripts = new ArrayList<>(tables(30));
      scripts.set(7, sql + ";");
      assertFalse(Forerunner.helps(server, plan(scripts), 0), sql);
    }
    for (String sql :
        List.of(
            "GRANT SELECT ON t1 TO a",
            "REVOKE ALL ON t1 FROM a",
            "SET ROLE a",
            "-- CREATE ROLE a;\n INSERT INTO t1 VALUES ('Create user a')")) {
      List<String> scripts = new ArrayList<>(tables(30));
      scripts.set(7, sql + ";");
      assertEquals(server.replaysAtOnce() > 1, Forerunner.helps(server, plan(scripts), 0), sql);
    }
    assertFalse(Forerunner.helps(server, plan(tables(30)), 29));
  }
}
