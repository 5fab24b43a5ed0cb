package dev.annals.extract.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.model.Problem;
import dev.annals.model.history.Migration;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which files Flyway takes for migrations, and how it reads them. */
class FlywayProjectTest {

  private static final String SQL = "COMMENT ON TABLE a IS 'café';";

  private final TreeMap<String, byte[]> files = new TreeMap<>();

  private void put(String name, String text, Charset charset) {
    files.put("sql/" + name, text.getBytes(charset));
  }

  private Plan plan(String... settings) {
    Map<String, String> properties = new TreeMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      properties.put("flyway." + settings[i], settings[i + 1]);
    }
    return FlywayProject.resolve(
        new FileSet(files), new FlywaySettings("", List.of("sql"), properties));
  }

  private static List<String> texts(Plan plan) {
    return plan.migrations().stream().map(PlannedMigration::migration).map(Migration::sql).toList();
  }

  @Test
  void aScriptConfigurationTellsTheEncodingOfItsFile() {
    put("V1__latin.sql", SQL, StandardCharsets.ISO_8859_1);
    put("V1__latin.sql.conf", "encoding=ISO-8859-1", StandardCharsets.UTF_8);
    put("V2__usual.sql", SQL, StandardCharsets.UTF_8);
    assertEquals(List.of(SQL, SQL), texts(plan()));
    put("V1__latin.sql.conf", "encoding=ISO-nothing", StandardCharsets.UTF_8);
    Problem problem = assertThrows(Problem.class, this::plan);
    assertTrue(problem.getMessage().contains("no encoding \"ISO-nothing\""), problem.getMessage());
  }

  @Test
  void encodingsAreGuessedWhereFlywayIsToldTo() {
    put("V1__latin.sql", SQL, StandardCharsets.ISO_8859_1);
    put("V2__wide.sql", "\uFEFF" + SQL, StandardCharsets.UTF_16LE);
    put("V3__usual.sql", SQL, StandardCharsets.UTF_8);
    assertThrows(Problem.class, this::plan);
    assertEquals(List.of(SQL, SQL, SQL), texts(plan("detectEncoding", "true")));
  }

  @Test
  void suffixesAreFoundInAnyCase() {
    put("V1__a.sql", "SELECT 1;", StandardCharsets.UTF_8);
    put("V2__b.SQL", "SELECT 2;", StandardCharsets.UTF_8);
    put("V3__c.Ddl", "SELECT 3;", StandardCharsets.UTF_8);
    put("U2__b.SQL", "SELECT -2;", StandardCharsets.UTF_8);
    put("U3__c.ddl", "SELECT -3;", StandardCharsets.UTF_8);
    assertEquals(List.of("SELECT 1;", "SELECT 2;"), texts(plan()));
    Plan both = plan("sqlMigrationSuffixes", ".sql,.ddl");
    assertEquals(List.of("SELECT 1;", "SELECT 2;", "SELECT 3;"), texts(both));
    assertEquals(
        List.of("SELECT -2;", "SELECT -3;"),
        both.undo().stream().map(PlannedMigration::migration).map(Migration::sql).toList());
  }

  @Test
  void onlyProgramsThatFlywayWouldRunAreNamed() {
    for (String name : List.of("V1__a.sql", "V2__b.sh", "R__c.ps1", "beforeMigrate.sh")) {
      put(name, "SELECT 1;", StandardCharsets.UTF_8);
    }
    put("gradlew.bat", "", StandardCharsets.UTF_8);
    put("init-db.sh", "", StandardCharsets.UTF_8);
    List<String> programs =
        plan().notes().stream().filter(note -> note.contains("is a program")).toList();
    assertEquals(3, programs.size(), programs::toString);
    assertTrue(programs.stream().noneMatch(note -> note.contains("gradlew")));
  }

  @Test
  void namesAreRefusedWhereTheProjectWantsThemLookedAt() {
    for (String name : List.of("V1__a.sql", "U1__a.sql", "R__v.sql", "beforeMigrate.sql")) {
      put(name, "SELECT 1;", StandardCharsets.UTF_8);
    }
    assertEquals(2, plan("validateMigrationNaming", "true").migrations().size());
    put("V2_b.sql", "SELECT 2;", StandardCharsets.UTF_8);
    assertEquals(2, plan().migrations().size());
    Problem problem = assertThrows(Problem.class, () -> plan("validateMigrationNaming", "true"));
    assertTrue(
        problem.getMessage().contains("Flyway refuses them: Invalid SQL filenames found")
            && problem.getMessage().contains("V2_b.sql"),
        problem.getMessage());
  }

  @Test
  void filesThatEndOtherwiseAreNamed() {
    for (String name : List.of("V1__a.sql", "V1__a.sql.conf", "V2__b.pgsql", "V3__c.sql.conf")) {
      put(name, "", StandardCharsets.UTF_8);
    }
    put("R__view.sql.bak", "", StandardCharsets.UTF_8);
    put("V4 notes.md", "", StandardCharsets.UTF_8);
    assertEquals(
        List.of(
            "sql/R__view.sql.bak is ignored by Flyway: its name does not end in .sql",
            "sql/V2__b.pgsql is ignored by Flyway: its name does not end in .sql",
            "sql/V3__c.sql.conf is ignored by Flyway: there is no file that it configures"),
        plan().notes());
    assertEquals(2, plan("sqlMigrationSuffixes", ".sql,.pgsql").migrations().size());
  }

  @Test
  void ofSeveralBaselinesTheHighestIsReplayed() {
    for (String name : List.of("B3__a.sql", "B5__b.sql", "V6__c.sql", "V7__d.sql", "B7__e.sql")) {
      put(name, "SELECT '" + name + "';", StandardCharsets.UTF_8);
    }
    Plan plan = plan();
    assertEquals(
        List.of("SELECT 'B5__b.sql';", "SELECT 'V6__c.sql';", "SELECT 'V7__d.sql';"), texts(plan));
    assertEquals(
        List.of(
            "sql/B7__e.sql is a baseline for new databases: not replayed, the versions that it"
                + " stands for are",
            "sql/B3__a.sql is below the baseline 5: not replayed, Flyway does not run it either"),
        plan.notes());
  }
}
