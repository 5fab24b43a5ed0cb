package dev.annals.judge.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.extract.history.FileSet;
import dev.annals.extract.history.FlywayProject;
import dev.annals.extract.history.FlywaySettings;
import dev.annals.extract.replay.Replay;
import dev.annals.extract.replay.server.SharedServer;
import dev.annals.judge.Judge;
import dev.annals.judge.JudgeSettings;
import dev.annals.model.history.Commit;
import dev.annals.model.history.Cut;
import dev.annals.model.history.History;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Project;
import dev.annals.model.story.RulePage;
import dev.annals.model.story.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every safety rule's example on a real server: all rules together find what {@code expected.txt}
 * says, the rule itself among them; in {@code safer.sql} it finds nothing, and no rule finds more
 * than a remark.
 *
 * <p>{@code -Dgolden.update=true} writes {@code expected.txt} anew.
 */
class SafetyExamplesIT {

  private static final Path FOLDERS = Path.of("examples/safety");

  @TestFactory
  Stream<DynamicTest> examples() {
    return SafetyPages.all().stream()
        .map(page -> DynamicTest.dynamicTest(page.id(), () -> check(page)));
  }

  private static void check(RulePage page) throws IOException {
    List<Finding> found = findings(page.before(), page.migration(), List.of());
    String text = String.join("", found.stream().map(SafetyExamplesIT::line).toList());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(FOLDERS.resolve(page.id()).resolve("expected.txt"), text);
    } else {
      assertEquals(page.expected(), text);
    }
    assertTrue(
        found.stream().anyMatch(finding -> finding.rule().equals(page.id())),
        "its own rule does not speak:\n" + text);
    for (Finding finding : found) {
      assertTrue(finding.line() > 0, "no line: " + finding.message());
      assertTrue(finding.message().matches("(?s)\\p{Ll}.*[^.]|IF NOT.*[^.]"), finding.message());
      assertTrue(finding.why().matches("(?s)\\p{Lu}.*\\."), finding.why());
      assertTrue(finding.advice().matches("(?s)\\p{Lu}.*\\."), finding.advice());
    }
    List<String> still =
        findings(page.before(), page.safer(), List.of()).stream()
            .filter(
                finding -> finding.rule().equals(page.id()) || finding.severity() != Severity.INFO)
            .map(SafetyExamplesIT::line)
            .toList();
    assertEquals(List.of(), still, "what is found in the safer way");
  }

  private static String line(Finding finding) {
    return "%s %s %s %s:%d | %s\n"
        .formatted(
            finding.rule(),
            finding.severity().label(),
            finding.confidence().label(),
            finding.migration(),
            finding.line(),
            finding.message());
  }

  private static List<Finding> findings(String before, String migrations, List<Cut> cuts) {
    return findings(replayed(before, migrations), cuts);
  }

  private static History replayed(String before, String migrations) {
    List<String> scripts = new ArrayList<>(List.of(before));
    scripts.addAll(Arrays.asList(migrations.split("-- next migration\n")));
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (String script : scripts) {
      files.put(
          "sql/V" + (files.size() + 1) + "__step.sql", script.getBytes(StandardCharsets.UTF_8));
    }
    FlywaySettings settings =
        new FlywaySettings("", List.of("sql"), Map.of("flyway.mixed", "true"));
    return Replay.run(
        SharedServer.get(),
        FlywayProject.resolve(new FileSet(files), settings),
        (number, all, script) -> {});
  }

  private static List<Finding> findings(History history, List<Cut> cuts) {
    return Judge.judge(
            new Project("Example", "", "", "docs/schema"),
            "example",
            history,
            cuts,
            List.of(),
            List.of(),
            List.of(),
            JudgeSettings.DEFAULT)
        .findings()
        .stream()
        .filter(finding -> SafetyCatalogue.rule(finding.rule()).isPresent())
        .toList();
  }

  private static Cut cut(String name, int through, History history) {
    return new Cut(
        name, "", "", Commit.UNKNOWN, through, history.steps().get(through).after(), List.of());
  }

  /** Everything that any example warns of, done to tables that came with it. */
  @Test
  void nothingIsToldOfTablesThatCameInTheSameMigrationOrRelease() {
    for (RulePage page : SafetyPages.all()) {
      if (page.migration().contains("CONCURRENTLY") || page.migration().contains("next mig")) {
        continue;
      }
      History one = replayed(page.before() + page.migration(), "SELECT 1;\n");
      History two =
          replayed("SELECT 1;\n", page.before() + "-- next migration\n" + page.migration());
      for (List<Finding> found :
          List.of(findings(one, List.of()), findings(two, List.of(cut("1.0", 0, two))))) {
        found = found.stream().filter(f -> !f.rule().equals("cascade-drop")).toList();
        assertEquals(List.of(), found.stream().map(SafetyExamplesIT::line).toList(), page.id());
      }
    }
  }

  @Test
  void whatIsReleasedIsAHint() {
    RulePage page = SafetyPages.of("table-rewrite").orElseThrow();
    History history =
        replayed(page.before(), page.migration() + "-- next migration\nCREATE TABLE z (a int);");
    List<Cut> cuts = List.of(cut("1.0", 0, history), cut("2.0", 1, history));
    List<Finding> released = findings(history, cuts);
    assertEquals(Severity.HINT, released.get(0).severity());
    assertEquals("2.0", released.get(0).release());
    assertEquals(
        Severity.WARNING, findings(history, List.of(cut("1.0", 0, history))).get(0).severity());
  }

  @Test
  void whatIsProvedOrKeptIsNotToldOf() {
    String before =
        "CREATE TABLE customer (id int PRIMARY KEY); INSERT INTO customer VALUES (1);"
            + "CREATE TABLE invoice (id int PRIMARY KEY, code varchar(10) NOT NULL, c int,"
            + " CONSTRAINT has_c CHECK (c IS NOT NULL));";
    for (String harmless :
        List.of(
            "ALTER TABLE invoice ALTER COLUMN code TYPE varchar(20);",
            "ALTER TABLE invoice ALTER COLUMN code TYPE text;",
            "ALTER TABLE invoice ALTER COLUMN c SET NOT NULL;",
            "ALTER TABLE invoice ADD COLUMN made timestamptz DEFAULT now();",
            "ALTER TABLE invoice ADD COLUMN flag boolean NOT NULL DEFAULT false;",
            "ALTER TABLE invoice ADD FOREIGN KEY (c) REFERENCES customer NOT VALID;",
            "CREATE INDEX CONCURRENTLY i ON invoice (c);",
            "DROP TABLE invoice; CREATE TABLE invoice (id int); ALTER TABLE invoice ADD CHECK (id > 0);",
            "UPDATE invoice SET c = 2; ALTER TABLE invoice ADD COLUMN d int;",
            "CREATE TABLE other (id int); UPDATE other SET id = 1;")) {
      List<Finding> found =
          findings(before, harmless, List.of()).stream()
              .filter(finding -> finding.severity().compareTo(Severity.INFO) > 0)
              .toList();
      assertEquals(List.of(), found.stream().map(SafetyExamplesIT::line).toList(), harmless);
    }
  }

  @Test
  void aLimitThatTheSessionBeginsWithNeedsNoOtherInTheMigration() {
    String before = "CREATE TABLE invoice (id int PRIMARY KEY);";
    String locks = "ALTER TABLE invoice ADD COLUMN d int;";
    assertTrue(hasNoTimeout(findings(before, locks, List.of())));
    String role =
        """
        ALTER ROLE CURRENT_USER SET lock_timeout = '5s';
        ALTER ROLE CURRENT_USER RESET lock_timeout;
        -- next migration
        """;
    assertEquals(false, hasNoTimeout(findings(before, role + locks, List.of())));
    Judge judge = Judge.of(replayed(before, locks), List.of(), JudgeSettings.DEFAULT);
    judge.sessionsBeginWith("SET LOCK_TIMEOUT TO '3s'", "");
    Project project = new Project("Example", "", "", "docs/schema");
    assertEquals(
        false,
        hasNoTimeout(
            judge.chronicle(project, "example", List.of(), List.of(), List.of()).findings()));
  }

  private static boolean hasNoTimeout(List<Finding> found) {
    return found.stream().anyMatch(each -> each.rule().equals("missing-lock-timeout"));
  }

  @Test
  void aColumnThatIsFilledBeforeItMayNotBeNullDoesNotFail() {
    String before = "CREATE TABLE invoice (id int PRIMARY KEY);";
    Finding bare =
        of(
            "not-null-in-one-step",
            findings(before, "ALTER TABLE invoice ADD COLUMN c int NOT NULL;", List.of()));
    assertTrue(bare.message().contains("fails as soon as"), bare.message());
    Finding filled =
        of(
            "not-null-in-one-step",
            findings(
                before,
                "ALTER TABLE invoice ADD COLUMN c int;\nUPDATE invoice SET c = 1;\n"
                    + "ALTER TABLE invoice ALTER COLUMN c SET NOT NULL;",
                List.of()));
    assertTrue(filled.message().contains("reads all of"), filled.message());
    assertEquals(3, filled.line(), "where it is set, not where the column comes");
  }

  @Test
  void aRowThatIsNamedByAValueIsNoBackfill() {
    String before = "CREATE TABLE setting (name text PRIMARY KEY, value text);";
    String one = "ALTER TABLE setting ADD COLUMN note text; UPDATE setting SET value = 'x'";
    assertEquals(
        Severity.WARNING,
        of("ddl-with-backfill", findings(before, one + ";", List.of())).severity());
    assertEquals(
        Severity.HINT,
        of("ddl-with-backfill", findings(before, one + " WHERE name = 'a';", List.of()))
            .severity());
  }

  private static Finding of(String rule, List<Finding> findings) {
    return findings.stream().filter(each -> each.rule().equals(rule)).findFirst().orElseThrow();
  }
}
