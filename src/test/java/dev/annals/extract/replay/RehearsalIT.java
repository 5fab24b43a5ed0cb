package dev.annals.extract.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.extract.history.FileSet;
import dev.annals.extract.history.FlywayProject;
import dev.annals.extract.history.FlywaySettings;
import dev.annals.extract.history.Plan;
import dev.annals.extract.replay.server.SharedServer;
import dev.annals.judge.Judge;
import dev.annals.judge.JudgeSettings;
import dev.annals.judge.witness.Examination;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.history.History;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Project;
import dev.annals.model.witness.Broken;
import dev.annals.model.witness.Evidence;
import dev.annals.model.witness.OwnStatement;
import dev.annals.model.witness.Probe;
import dev.annals.model.witness.Probe.How;
import dev.annals.model.witness.Side;
import dev.annals.model.witness.Trial;
import dev.annals.model.witness.Tried;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The second pass leaves the history as it is, and finds what a change breaks. */
class RehearsalIT {

  private static Plan plan(String... scripts) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (String script : scripts) {
      files.put(
          "sql/V" + (files.size() + 1) + "__step.sql", script.getBytes(StandardCharsets.UTF_8));
    }
    return FlywayProject.resolve(
        new FileSet(files), new FlywaySettings("", List.of("sql"), Map.of()));
  }

  private static List<Tried> tried(Plan plan, Trial... trials) {
    return Rehearsal.run(SharedServer.get(), plan, List.of(trials), (number, all, script) -> {})
        .get(trials.length - 1);
  }

  private static Probe run(String sql) {
    return new Probe(Side.WRITER, "", List.of(), sql, How.RUN, "");
  }

  @Test
  void whatWasTriedLeavesNothingBehind() {
    Plan plan =
        plan(
            "CREATE TABLE a (id serial PRIMARY KEY, n text); CREATE SEQUENCE free;",
            "SELECT nextval('free');",
            "INSERT INTO a (n) VALUES ('first'); CREATE TABLE b (a_id integer REFERENCES a);",
            "INSERT INTO b VALUES (1);");
    Probe insert = run("INSERT INTO a (n) VALUES ('tried')");
    Probe next = run("SELECT nextval('free')");
    Probe look = run("SELECT count(*), max(id) FROM a");
    List<Tried> tried =
        tried(
            plan,
            Trial.of(1, 2, List.of(insert, next)),
            Trial.of(2, 4, List.of(insert, next, look)));
    assertEquals(List.of("2"), tried.get(1).before().rows());
    assertEquals(List.of("2"), tried.get(1).after().rows());
    assertEquals(List.of("0, null"), tried.get(2).before().rows());
    assertEquals(List.of("1, 1"), tried.get(2).after().rows());
  }

  @Test
  void whatIsRefusedOnceIsNotAskedAgainOfTheSameSide() {
    Plan plan =
        plan("CREATE TABLE a (id integer, n text);", "ALTER TABLE a ADD CHECK (n <> 'none');");
    Probe passes = run("INSERT INTO a (n) VALUES ('some')");
    Probe refused = run("INSERT INTO a (n) VALUES ('none')");
    Probe later = run("INSERT INTO a (id, n) VALUES (1, 'none')");
    Probe reads = new Probe(Side.READER, "", List.of(), "SELECT n FROM a", How.DESCRIBE, "");
    List<Probe> probes = List.of(passes, refused, later, reads);
    assertEquals(
        List.of("", "23514", "unasked", ""), after(plan, Trial.untilRefused(1, 2, probes)));
    assertEquals(List.of("", "23514", "23514", ""), after(plan, Trial.of(1, 2, probes)));
  }

  private static List<String> after(Plan plan, Trial trial) {
    return tried(plan, trial).stream().map(each -> each.after().state()).toList();
  }

  @Test
  void afterVeryManyStatementsANewSessionGoesOnAsTheOldOne() {
    Plan plan =
        plan(
            "CREATE TABLE a (n text); SET work_mem TO '5MB'; SET app.mode TO 'old';",
            "INSERT INTO a VALUES (current_setting('work_mem')), (current_setting('app.mode'));");
    List<Probe> probes =
        Stream.concat(
                Stream.of(run("SELECT string_agg(n, ' ' ORDER BY n) FROM a")),
                IntStream.range(0, 1001).mapToObj(i -> run("SELECT pg_backend_pid() + " + i)))
            .toList();
    List<Tried> tried = tried(plan, Trial.of(1, 2, probes));
    assertEquals(List.of("5MB old"), tried.get(0).after().rows());
    assertNotEquals(tried.get(1).before().rows(), tried.get(1).after().rows());
  }

  @Test
  void ofVeryManyBreakingChangesTheFirstAreTried() {
    List<Integer> numbers = IntStream.range(0, 510).boxed().toList();
    Plan plan =
        plan(
            numbers.stream()
                .map(i -> "c%03d integer".formatted(i))
                .collect(Collectors.joining(", ", "CREATE TABLE a (id integer, ", ");")),
            numbers.stream()
                .map(i -> "DROP COLUMN c%03d".formatted(i))
                .collect(Collectors.joining(", ", "ALTER TABLE a ", ";")));
    Judge judge = judge(plan);
    Examination examination = judge.examination(List.of());
    assertEquals(500, examination.trials().size());
    hear(judge, examination, plan);
    List<Evidence> evidence =
        judge.past(List.of()).steps().get(1).changes().stream()
            .map(JudgedChange::evidence)
            .toList();
    assertEquals(510, evidence.size());
    assertFalse(evidence.get(499).witnesses().isEmpty());
    assertEquals(
        List.of("Not tried: only the first 500 breaking changes of a migration or release are"),
        evidence.subList(500, 510).stream().map(Evidence::unseen).distinct().toList());
  }

  @Test
  void aMigrationThatDoesNotRunAgainEndsThePass() {
    Plan plan = plan("CREATE TABLE a (id integer);", "SELECT 1/0;", "DROP TABLE a;");
    List<Tried> tried = tried(plan, Trial.of(1, 3, List.of(run("SELECT id FROM a"))));
    assertTrue(tried.get(0).before().worked());
    assertEquals("unasked", tried.get(0).after().state());
  }

  @Test
  void whereNothingBreaksNothingIsTried() {
    Plan plan = plan("CREATE TABLE a (id integer);", "ALTER TABLE a ADD COLUMN n text;");
    assertEquals(List.of(), judge(plan).examination(List.of()).trials());
  }

  @Test
  void routinesAndTriggersThatBreakAreNamed() {
    Plan plan =
        plan(
            """
            CREATE TABLE customer (id integer PRIMARY KEY, mail text);
            CREATE FUNCTION mail_of(integer) RETURNS text LANGUAGE sql
              AS 'SELECT mail FROM customer WHERE id = $1';
            CREATE FUNCTION all_mails() RETURNS bigint LANGUAGE plpgsql
              AS 'BEGIN RETURN (SELECT count(mail) FROM customer); END';
            CREATE FUNCTION lower_mail() RETURNS trigger LANGUAGE plpgsql
              AS 'BEGIN NEW.mail := lower(NEW.mail); RETURN NEW; END';
            CREATE TRIGGER lower_mail BEFORE INSERT ON customer
              FOR EACH ROW EXECUTE FUNCTION lower_mail();
            CREATE FUNCTION unharmed() RETURNS integer LANGUAGE sql AS 'SELECT 1';
            """,
            "ALTER TABLE customer RENAME COLUMN mail TO email;");
    OwnStatement file =
        new OwnStatement(
            "q.sql",
            7,
            "",
            new Probe(
                Side.READER,
                "",
                List.of(),
                "SELECT mail FROM customer WHERE id = $1 OR $1 IS NULL",
                How.DESCRIBE,
                ""));
    Evidence evidence = evidence(plan, List.of(file));
    assertEquals(1, evidence.tried());
    assertEquals(
        List.of(
            "q.sql: column \"mail\" does not exist",
            "function all_mails(): column \"mail\" does not exist"
                + " (PL/pgSQL function all_mails() line 1 at RETURN)",
            "function mail_of(integer): column \"mail\" does not exist",
            "trigger customer.lower_mail: record \"new\" has no field \"mail\""
                + " (PL/pgSQL function lower_mail() line 1 at assignment)"),
        evidence.broken().stream().map(RehearsalIT::line).toList());
  }

  private static String line(Broken broken) {
    return (broken.path().isEmpty() ? broken.name() : broken.path()) + ": " + broken.after();
  }

  private static Judge judge(Plan plan) {
    History history = Replay.run(SharedServer.get(), plan, (number, all, script) -> {});
    return Judge.of(history, List.of(), JudgeSettings.DEFAULT);
  }

  private static void hear(Judge judge, Examination examination, Plan plan) {
    judge.hear(
        examination.findings(
            Rehearsal.run(
                SharedServer.get(), plan, examination.trials(), (number, all, script) -> {})));
  }

  private static Evidence evidence(Plan plan, List<OwnStatement> own) {
    Judge judge = judge(plan);
    hear(judge, judge.examination(own), plan);
    Chronicle chronicle =
        judge.chronicle(new Project("t", "", "", ""), "t", List.of(), List.of(), List.of());
    return chronicle.steps().get(1).changes().get(0).evidence();
  }
}
