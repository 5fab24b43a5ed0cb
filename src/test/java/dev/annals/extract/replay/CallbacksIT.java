package dev.annals.extract.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.extract.history.FileSet;
import dev.annals.extract.history.FlywayProject;
import dev.annals.extract.history.FlywaySettings;
import dev.annals.extract.history.Plan;
import dev.annals.extract.replay.cache.ReplayCache;
import dev.annals.extract.replay.server.SharedServer;
import dev.annals.model.Problem;
import dev.annals.model.history.History;
import dev.annals.model.history.Observation;
import dev.annals.model.history.Step;
import dev.annals.model.history.UndoRun;
import dev.annals.model.schema.Snapshot;
import dev.annals.model.schema.Table;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Callbacks run as a part of the migrations that they surround, and under the same rules. */
class CallbacksIT {

  private static final Map<String, String> SHOP =
      Map.of(
          "V1__a.sql", "CREATE TABLE a (id int);",
          "V2__b.sql", "CREATE TABLE b (id int);",
          "V3__c.sql", "CREATE TABLE c (id int);",
          "beforeMigrate.sql", "CREATE TABLE first_of_all ();",
          "afterEachMigrate.sql", "\n\nCREATE TABLE IF NOT EXISTS each ();",
          "afterMigrate__x.sql", "CREATE TABLE last_of_all ();");

  @TempDir Path folder;

  private static Plan plan(Map<String, String> files, Map<String, String> settings) {
    SortedMap<String, byte[]> all = new TreeMap<>();
    files.forEach((name, sql) -> all.put("sql/" + name, sql.getBytes(StandardCharsets.UTF_8)));
    return FlywayProject.resolve(
        new FileSet(all), new FlywaySettings("", List.of("sql"), settings));
  }

  private static Plan plan(Map<String, String> files) {
    return plan(files, Map.of());
  }

  private static Map<String, String> with(String name, String sql) {
    Map<String, String> files = new TreeMap<>(SHOP);
    files.put(name, sql);
    return files;
  }

  private static History replay(Plan plan) {
    return Replay.run(SharedServer.get(), plan, (number, all, script) -> {});
  }

  private static List<String> tables(Snapshot snapshot) {
    return snapshot.schema().all(Table.class).map(Table::name).toList();
  }

  private static List<List<String>> tables(History history) {
    return history.steps().stream().map(step -> tables(step.after())).toList();
  }

  @Test
  void whatTheyDoBelongsToTheMigrationThatTheyRunAround() {
    History history = replay(plan(SHOP));
    assertEquals(
        List.of(
            List.of("a", "each", "first_of_all"),
            List.of("a", "b", "each", "first_of_all"),
            List.of("a", "b", "c", "each", "first_of_all", "last_of_all")),
        tables(history));
    assertEquals(
        List.of(
            "sql/beforeMigrate.sql CREATE TABLE 1, sql/afterEachMigrate.sql CREATE TABLE 3",
            "sql/afterEachMigrate.sql",
            "sql/afterEachMigrate.sql, sql/afterMigrate__x.sql CREATE TABLE 1"),
        history.steps().stream().map(CallbacksIT::callbacks).toList());
    assertEquals(
        List.of(1, 1, 1),
        history.steps().stream().map(step -> step.observation().statements().size()).toList());
  }

  private static String callbacks(Step step) {
    List<String> told = new ArrayList<>();
    for (Observation.Callback callback : step.observation().callbacks()) {
      StringBuilder text = new StringBuilder(callback.path());
      callback
          .statements()
          .forEach(s -> text.append(' ').append(s.tag()).append(' ').append(s.line()));
      told.add(text.toString());
    }
    return String.join(", ", told);
  }

  @Test
  void aFailingOneIsToldAsAFailingMigrationIs() {
    for (String event : List.of("beforeMigrate__y", "afterEachMigrate__y", "afterConnect")) {
      Plan plan = plan(with(event + ".sql", "SELECT 1;\nALTER TABLE nowhere ADD COLUMN x int;"));
      Problem problem = assertThrows(Problem.class, () -> replay(plan));
      assertTrue(
          problem
              .getMessage()
              .startsWith("replaying sql/" + event + ".sql:2: relation \"nowhere\" does not exist"),
          problem.getMessage());
    }
  }

  @Test
  void theyHaveNoMoreRightsThanMigrations() {
    for (String event :
        List.of(
            "afterConnect", "createSchema", "beforeMigrate", "afterEachMigrate", "afterMigrate")) {
      Plan plan = plan(with(event + "__evil.sql", "COPY (SELECT 1) TO PROGRAM 'true';"));
      Problem problem = assertThrows(Problem.class, () -> replay(plan), event);
      assertTrue(problem.getMessage().contains("permission denied"), problem.getMessage());
    }
    Plan plan =
        plan(with("afterMigrate__evil.sql", "SET annals.line TO '999999999'; CREATE TABLE t ();"));
    assertTrue(tables(replay(plan).last()).contains("t"));
  }

  @Test
  void rolesThatTheyTakeForGrantedAreMade() {
    History history =
        replay(plan(with("afterMigrate__y.sql", "GRANT SELECT ON a TO callbacks_it_reader;")));
    assertTrue(
        history.notes().stream().anyMatch(note -> note.contains("callbacks_it_reader")),
        history.notes().toString());
  }

  @Test
  void aRoleTakenOnWhenConnectingIsTheOneThatMigrates() {
    String name =
        "DO $$ BEGIN EXECUTE format('CREATE TABLE %s_as_%s ()', '?', current_user); END $$;";
    History history =
        replay(
            plan(
                Map.of(
                    "V1__a.sql",
                    name.replace("?", "one") + " RESET ROLE;",
                    "V2__b.sql",
                    name.replace("?", "two"),
                    "afterConnect.sql",
                    "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname ="
                        + " 'callbacks_it_owner') THEN CREATE ROLE callbacks_it_owner; END IF; END"
                        + " $$; GRANT callbacks_it_owner TO CURRENT_USER; GRANT ALL ON SCHEMA"
                        + " public TO callbacks_it_owner; SET ROLE callbacks_it_owner;")));
    assertEquals(
        List.of("one_as_callbacks_it_owner", "two_as_callbacks_it_owner"), tables(history.last()));
  }

  @Test
  void thoseThatMigrateDoesNotRunAreNamedWithTheReason() {
    Map<String, String> files = new TreeMap<>(SHOP);
    for (String event :
        List.of(
            "beforeClean",
            "afterMigrateError",
            "beforeConnect",
            "afterUndo",
            "beforeRepeatables")) {
      files.put(event + ".sql", "CREATE TABLE never ();");
    }
    Plan plan = plan(files);
    assertEquals(
        List.of(
            "sql/afterMigrateError.sql is a callback that is not run: it is for what fails, and a"
                + " replay ends there",
            "sql/afterUndo.sql is a callback that is not run: it belongs to Flyway's undo, not to"
                + " migrate",
            "sql/beforeClean.sql is a callback that is not run: it belongs to Flyway's clean, not"
                + " to migrate",
            "sql/beforeConnect.sql is a callback that is not run: Flyway knows beforeConnect for"
                + " programs alone",
            "sql/beforeRepeatables.sql is a callback that is not run: there are no repeatable"
                + " migrations"),
        plan.notes());
    assertFalse(tables(replay(plan).last()).contains("never"));
    assertEquals(
        List.of("a", "b", "c"),
        tables(replay(plan(SHOP, Map.of("flyway.skipDefaultCallbacks", "true"))).last()));
  }

  @Test
  void whatIsKeptIsOfTheSameCallbacks() {
    assertEquals(3, ran(SHOP));
    assertEquals(0, ran(SHOP));
    assertEquals(1, ran(with("afterMigrate__x.sql", "CREATE TABLE others ();")));
    assertEquals(3, ran(with("afterEachMigrate.sql", "CREATE TABLE IF NOT EXISTS others ();")));
    // what came after the third is now after the fourth
    Map<String, String> more = with("V4__d.sql", "CREATE TABLE d ();");
    assertEquals(2, ran(more));
    try (ReplayCache cache = ReplayCache.in(folder)) {
      History kept = cache.history(SharedServer.get(), plan(more), (number, all, script) -> {});
      assertEquals(tables(replay(plan(more))), tables(kept));
      assertEquals(
          "sql/afterEachMigrate.sql, sql/afterMigrate__x.sql CREATE TABLE 1",
          callbacks(kept.steps().get(3)));
    }
  }

  /** How many migrations were looked at. */
  private int ran(Map<String, String> files) {
    List<String> seen = new ArrayList<>();
    try (ReplayCache cache = ReplayCache.in(folder)) {
      History history =
          cache.history(SharedServer.get(), plan(files), (number, all, script) -> seen.add(script));
      assertEquals(tables(replay(plan(files))), tables(history));
    }
    return seen.size();
  }

  @Test
  void anUndoScriptIsTriedBeforeWhatComesAfterAll() {
    History history = replay(plan(with("U3__c.sql", "DROP TABLE c;")));
    UndoRun.Done done = (UndoRun.Done) history.undone().get(0);
    assertEquals(tables(history.before(2)), tables(done.after()));
  }
}
