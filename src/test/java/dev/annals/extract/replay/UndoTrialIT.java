package dev.annals.extract.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.extract.history.FileSet;
import dev.annals.extract.history.FlywayProject;
import dev.annals.extract.history.FlywaySettings;
import dev.annals.extract.history.Plan;
import dev.annals.extract.history.SettingsReader;
import dev.annals.extract.replay.server.SharedServer;
import dev.annals.judge.Judge;
import dev.annals.judge.JudgeSettings;
import dev.annals.model.history.History;
import dev.annals.model.schema.Schema;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Project;
import dev.annals.model.story.Undo;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Undo scripts are tried, told about, and leave nothing behind. */
class UndoTrialIT {

  private static final FlywaySettings SETTINGS = new FlywaySettings("", List.of("sql"), Map.of());

  private final SortedMap<String, byte[]> files = new TreeMap<>();

  private UndoTrialIT file(String name, String sql) {
    files.put("sql/" + name + ".sql", sql.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  private Chronicle chronicle() {
    Plan plan = FlywayProject.resolve(new FileSet(files), SETTINGS);
    return Judge.judge(
        new Project("t", "", "", ""),
        "t",
        run(plan),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        JudgeSettings.DEFAULT);
  }

  private static History run(Plan plan) {
    return Replay.run(SharedServer.get(), plan, (number, all, script) -> {});
  }

  private Undo undo(int step) {
    return chronicle().waysBack().get(step).undo();
  }

  @ParameterizedTest
  @ValueSource(strings = {"examples/bookshop/migrations", "src/test/resources/histories/tiny"})
  void theHistoryIsTheSameWithAndWithoutUndoScripts(String folder) {
    Path project = Path.of(folder).toAbsolutePath();
    FlywaySettings settings = SettingsReader.read(project, List.of("."), Map.of());
    Plan plan = FlywayProject.resolve(FileSet.ofFolders(project, List.of(".")), settings);
    assertTrue(!plan.undo().isEmpty());
    assertEquals(told(run(plan.withoutUndo())), told(run(plan)));
  }

  private static List<String> told(History history) {
    return history.steps().stream()
        .map(
            step -> {
              Schema after = step.after().schema();
              var seen = step.observation();
              return after + " " + seen.locks() + seen.work() + seen.cascaded() + seen.statements();
            })
        .toList();
  }

  @Test
  void theTinyHistoryIsUndoneStepByStep() {
    Path project = Path.of("src/test/resources/histories/tiny").toAbsolutePath();
    FlywaySettings settings = SettingsReader.read(project, List.of("."), Map.of());
    Plan plan = FlywayProject.resolve(FileSet.ofFolders(project, List.of(".")), settings);
    assertEquals(6, run(plan).undone().size());
  }

  @Test
  void aScriptThatRestoresIsSaidToRestore() {
    file("V1__a", "CREATE TABLE a (id integer, n text, o text);");
    file("V2__b", "ALTER TABLE a DROP COLUMN n;");
    file("U2__b", "ALTER TABLE a ADD COLUMN n text;");
    Undo.Restores restores = assertInstanceOf(Undo.Restores.class, undo(1));
    assertEquals(1, restores.moved().size());
  }

  @Test
  void whatAScriptForgetsIsTold() {
    file("V1__a", "CREATE TABLE a (id integer NOT NULL);");
    file("V2__b", "ALTER TABLE a ADD COLUMN n text, ALTER id DROP NOT NULL; CREATE TABLE b ();");
    file("U2__b", "ALTER TABLE a DROP COLUMN n;");
    Chronicle chronicle = chronicle();
    assertEquals(
        new Undo.Differs(
            "sql/U2__b.sql",
            List.of("the nullable of column a.id was none, is yes", "table b stays")),
        chronicle.waysBack().get(1).undo());
    Finding finding = chronicle.findings().get(chronicle.findings().size() - 1);
    assertTrue(
        chronicle.findings().stream().anyMatch(f -> f.rule().equals("undo-differs")),
        finding.toString());
  }

  @Test
  void aScriptThatFailsIsToldWithItsLine() {
    file("V1__a", "CREATE TABLE a (id integer);");
    file("U1__a", "-- back\n\nDROP TABLE a;\nDROP TABLE b;\n");
    assertEquals(new Undo.Fails("sql/U1__a.sql", 4, "table \"b\" does not exist"), undo(0));
  }

  @Test
  void whatIsPutOffToTheEndFailsHereToo() {
    file("V1__a", "CREATE TABLE a (id integer PRIMARY KEY); INSERT INTO a VALUES (1);");
    file(
        "V2__b",
        "CREATE TABLE b (a integer REFERENCES a DEFERRABLE INITIALLY DEFERRED);"
            + "INSERT INTO b VALUES (1);");
    file("U2__b", "DELETE FROM a;");
    assertInstanceOf(Undo.Fails.class, undo(1));
  }

  @Test
  void aScriptThatEndsItsTransactionIsNotTried() {
    file("V1__a", "CREATE TABLE a (id integer);");
    file("U1__a", "DROP TABLE a;\n-- so\nCOMMIT;");
    file("V2__b", "ALTER TABLE a ADD COLUMN n text;");
    file("U2__b", "DO $$ BEGIN DROP TABLE a; COMMIT; END $$;");
    file("V3__c", "INSERT INTO a VALUES (1, 'x');");
    Chronicle chronicle = chronicle();
    assertEquals(
        new Undo.Untried("sql/U1__a.sql", "it ends its transaction itself (line 3)"),
        chronicle.waysBack().get(0).undo());
    assertInstanceOf(Undo.Fails.class, chronicle.waysBack().get(1).undo());
  }

  @Test
  void aScriptForOutsideOfTransactionsIsNotTried() {
    file("V1__a", "CREATE TABLE a (id integer); CREATE INDEX i ON a (id);");
    file("U1__a", "DROP INDEX CONCURRENTLY i;");
    assertEquals(
        new Undo.Untried("sql/U1__a.sql", "it has to run outside of a transaction"), undo(0));
  }

  @Test
  void theReplayGoesOnWhateverAScriptDoes() {
    file("V1__a", "CREATE TABLE a (id serial PRIMARY KEY, n text); CREATE SEQUENCE free;");
    file(
        "U1__a",
        """
        INSERT INTO a (n) VALUES ('x');
        SELECT nextval('free'), setval('a_id_seq', 99);
        SET search_path TO pg_catalog;
        SET ROLE pg_monitor;
        """);
    file("V2__b", "INSERT INTO a (n) VALUES ('first'); PREPARE p AS SELECT 1;");
    file("U2__b", "PREPARE p AS SELECT 2; SELECT pg_terminate_backend(pg_backend_pid());");
    file("V3__c", "CREATE TABLE b (a integer REFERENCES a); INSERT INTO b VALUES (1);");
    file("U3__c", "DROP SCHEMA public CASCADE;");
    file("V4__d", "CREATE TABLE c (); SELECT 1 / (nextval('free') % 2);");
    Chronicle chronicle = chronicle();
    assertEquals(4, chronicle.steps().size());
    assertInstanceOf(Undo.Fails.class, chronicle.waysBack().get(1).undo());
    assertTrue(chronicle.schema().table("public", "c").isPresent());
  }

  @Test
  void placeholdersAreFilledInAndVersionsCompared() {
    file("V1.0__a", "CREATE TABLE a (id integer);");
    file("U1__a", "DROP TABLE ${flyway:defaultSchema}.a;");
    assertInstanceOf(Undo.Restores.class, undo(0));
  }

  @Test
  void aScriptThatFlywayRefusesIsNotTried() {
    file("V1__a", "CREATE TABLE a (id integer);");
    file("U1__a", "DROP TABLE ${nobody};");
    Undo.Untried untried = assertInstanceOf(Undo.Untried.class, undo(0));
    assertTrue(untried.reason().contains("nobody"), untried.reason());
  }
}
