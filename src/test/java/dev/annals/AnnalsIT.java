package dev.annals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.app.CheckRequest;
import dev.annals.app.WriteNotes;
import dev.annals.app.diff.WriteDiff;
import dev.annals.model.Problem;
import dev.annals.model.gate.Threshold;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a Java program gets: values, no output; and its own Java migrations. */
class AnnalsIT {

  @TempDir Path temp;

  private Path project;
  private Path classes;

  @BeforeEach
  void project() throws IOException {
    project = Files.createDirectories(temp.resolve("shop"));
    classes = Files.createDirectories(temp.resolve("classes"));
    sql("V1__a.sql", "CREATE TABLE a (id int PRIMARY KEY);");
    sql("V3__c.sql", "ALTER TABLE b ADD COLUMN c int;");
  }

  private void sql(String name, String text) throws IOException {
    Path folder = Files.createDirectories(project.resolve("src/main/resources/db/migration"));
    Files.writeString(folder.resolve(name), text);
  }

  /** Compiles a migration of the project. */
  private void java(String name, String body) throws IOException {
    java(name, "", body);
  }

  private void java(String name, String more, String body) throws IOException {
    compile(
        name,
        """
        package db.migration;
        public class %s extends org.flywaydb.core.api.migration.BaseJavaMigration {
          %s
          @Override public void migrate(org.flywaydb.core.api.migration.Context context)
              throws Exception {
            try (var statement = context.getConnection().createStatement()) {
              %s
            }
          }
        }
        """
            .formatted(name, more, body));
  }

  private void compile(String name, String text) throws IOException {
    Path source = project.resolve("src/main/java/db/migration/" + name + ".java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, text);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assertEquals(
        0,
        compiler.run(
            null,
            null,
            null,
            "-proc:none",
            "-cp",
            System.getProperty("java.class.path"),
            "-d",
            classes.toString(),
            source.toString()));
  }

  private Annals annals() {
    return Annals.of(project).offline(true).classPath(List.of(classes)).cached(false);
  }

  private static String creates(String table) {
    return "statement.execute(\"CREATE TABLE " + table + " (id int PRIMARY KEY)\");";
  }

  @Test
  void valuesAndNotAByteOfOutput() throws IOException {
    java("V2__B", creates("b"));
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        Annals annals = annals()) {
      System.setOut(stream);
      System.setErr(stream);
      Path home = annals.output(temp.resolve("site")).build();
      assertTrue(Files.readString(home).contains("shop"));
      String notes = annals.notes("1..3", WriteNotes.Format.MD);
      assertTrue(notes.contains("Table b is new"), notes);
      Annals.Checked checked = annals.check(Threshold.NEVER, CheckRequest.Format.JSON);
      assertTrue(checked.passed());
      assertTrue(checked.text().startsWith("{"), checked.text());
      assertFalse(annals.check(Threshold.INFO, CheckRequest.Format.TERMINAL).passed());
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertEquals("", said.toString(StandardCharsets.UTF_8));
    String page = Files.readString(temp.resolve("site/migrations/2.html"));
    assertTrue(page.contains("It is the Java class <code>db.migration.V2__B</code>"), page);
    assertTrue(page.contains("Table <") || page.contains("is new"), page);
  }

  @Test
  void withoutItsClassesTheProjectIsNamedAsSuch() throws IOException {
    java("V2__B", "System.setProperty(\"annals.it.ran\", \"yes\");" + creates("b"));
    sql("V3__c.sql", "SELECT 1;");
    List<String> notes = new ArrayList<>();
    assertThrows(Problem.class, () -> Annals.of(temp.resolve("nowhere")));
    try (Annals plain = Annals.of(project).offline(true).cached(false).progress(new Notes(notes))) {
      plain.check();
    }
    assertTrue(
        notes.stream()
            .anyMatch(
                note ->
                    note.startsWith("src/main/java/db/migration/V2__B.java is a migration in code")
                        && note.contains("Maven plugin")),
        notes.toString());
    assertEquals(null, System.getProperty("annals.it.ran"));
  }

  private static final String CALLBACK =
      """
      package db.migration;
      import org.flywaydb.core.api.callback.*;
      public class Told extends BaseCallback {
        @Override public boolean supports(Event event, Context context) {
          return event == Event.AFTER_EACH_MIGRATE || event == Event.BEFORE_EACH_MIGRATE_STATEMENT
              || event == Event.AFTER_MIGRATE && context.getConnection() != null;
        }
        @Override public void handle(Event event, Context context) {
          try (var statement = context.getConnection().createStatement()) {
            if (event == Event.AFTER_MIGRATE) {
              statement.execute("CREATE TABLE ends ()");
            } else if (event == Event.AFTER_EACH_MIGRATE) {
              var about = context.getMigrationInfo();
              statement.execute("CREATE TABLE after_" + about.getVersion() + "_"
                  + about.getDescription() + " ()");
            } else if (context.getStatement().getSql().startsWith("ALTER")) {
              %s
            }
          } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
          }
        }
      }
      """;

  private List<String> tablesAfter(String version) throws IOException {
    try (Annals annals = annals().output(temp.resolve("site"))) {
      annals.build();
    }
    String page = Files.readString(temp.resolve("site/migrations/" + version + ".html"));
    return Pattern.compile("Table (?:<[^>]+>)*(?:public\\.)?(\\w+)(?:<[^>]+>)* is new")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void aCallbackThatIsAClassRunsWhereFlywayWouldRunIt() throws IOException {
    java("V2__B", creates("b"));
    compile("Told", CALLBACK.formatted("statement.execute(\"CREATE TABLE before_it ()\");"));
    Files.writeString(
        project.resolve("annals.yml"),
        "databases: [{ migrations: { settings: { callbacks: db.migration.Told } } }]\n");
    assertEquals(List.of("a", "after_1_a"), tablesAfter("1"));
    assertEquals(List.of("after_2_b", "b"), tablesAfter("2"));
    // Flyway asks first without a connection whether anybody cares for the end: this one does not
    assertEquals(List.of("after_3_c", "before_it"), tablesAfter("3"));
    compile("Told", CALLBACK.formatted("statement.execute(\"CREATE TABLE a ()\");"));
    Problem problem = assertThrows(Problem.class, () -> annals().check());
    assertTrue(
        problem.getMessage().contains("relation \"a\" already exists"), problem.getMessage());
    assertTrue(problem.getMessage().contains("Told"), problem.getMessage());
  }

  @Test
  void aCallbackWhoseClassIsNotThereIsToldOrRefused() throws IOException {
    java("V2__B", creates("b"));
    Files.writeString(
        project.resolve("annals.yml"),
        "databases: [{ migrations: { settings: { callbacks: db.migration.Nowhere } } }]\n");
    Problem problem = assertThrows(Problem.class, () -> annals().check());
    assertTrue(problem.getMessage().contains("db.migration.Nowhere"), problem.getMessage());
    sql("V3__c.sql", "SELECT 1;");
    List<String> notes = new ArrayList<>();
    try (Annals plain = Annals.of(project).offline(true).cached(false).progress(new Notes(notes))) {
      plain.check();
    }
    assertTrue(
        notes.stream()
            .anyMatch(note -> note.startsWith("db.migration.Nowhere is a callback in code")),
        notes.toString());
  }

  private record Notes(List<String> notes) implements dev.annals.app.Progress {
    @Override
    public void at(String what, int done, int all, String item) {}

    @Override
    public void done(String what) {}

    @Override
    public void note(String text) {
      notes.add(text);
    }
  }

  @Test
  void whatIsKeptIsOfTheSameClasses() throws IOException {
    // under a name of this run's own, as what is kept outlives it
    String name = "t" + Long.toString(System.nanoTime(), 36);
    sql("V1__a.sql", "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE " + name + " ();");
    java("V2__B", creates("b"));
    List<String> ran = new ArrayList<>();
    try (Annals annals = annals().cached(true).progress(new Steps(ran))) {
      annals.check();
      assertEquals(List.of("V1__a.sql", "db.migration.V2__B", "V3__c.sql"), ran);
      ran.clear();
      annals.check();
      assertEquals(List.of(), ran);
    }
    java("V2__B", creates("b") + creates("more"));
    try (Annals annals = annals().cached(true).progress(new Steps(ran))) {
      annals.check();
      assertEquals(List.of("db.migration.V2__B", "V3__c.sql"), ran);
    }
  }

  private record Steps(List<String> ran) implements dev.annals.app.Progress {
    @Override
    public void at(String what, int done, int all, String item) {
      if (what.equals("replaying")) {
        ran.add(item);
      }
    }

    @Override
    public void done(String what) {}

    @Override
    public void note(String text) {}
  }

  @Test
  void failuresAreToldAsThoseOfSql() throws IOException {
    java("V2__B", "statement.execute(\"ALTER TABLE nowhere ADD COLUMN x int\");");
    Problem sql = assertThrows(Problem.class, () -> annals().check());
    assertTrue(
        sql.getMessage()
            .startsWith("replaying db/migration/V2__B.class: relation \"nowhere\" does not exist"),
        sql.getMessage());
    java("V2__B", "throw new IllegalStateException(\"no luck\");");
    Problem thrown = assertThrows(Problem.class, () -> annals().check());
    assertEquals(
        "replaying the Java migration db.migration.V2__B: java.lang.IllegalStateException: no luck",
        thrown.getMessage());
    java("V2__B", "statement.execute(\"COPY (SELECT 1) TO PROGRAM 'true'\");");
    assertTrue(
        assertThrows(Problem.class, () -> annals().check())
            .getMessage()
            .contains("permission denied"));
  }

  @Test
  void whatCannotRunInATransactionDoesNot() throws IOException {
    java(
        "V2__B",
        "@Override public boolean canExecuteInTransaction() { return false; }"
            + " @Override public Integer getChecksum() { return 4711; }",
        creates("b") + "statement.execute(\"CREATE INDEX CONCURRENTLY i ON b (id)\");");
    try (Annals annals = annals().output(temp.resolve("site"))) {
      annals.build();
    }
    String page = Files.readString(temp.resolve("site/migrations/2.html"));
    assertTrue(page.contains("It cannot run in one transaction"), page);
    assertTrue(Files.readString(temp.resolve("site/chronicle.json")).contains(",4711,"));
  }

  @Test
  void whatIsSaidToFlywayElsewhereCounts() throws IOException {
    sql("V3__c.sql", "CREATE TABLE ${name} (id int);");
    try (Annals annals = annals().flyway(Map.of("placeholders.name", "elsewhere"))) {
      assertTrue(annals.notes("3", WriteNotes.Format.MD).contains("elsewhere"));
      assertThrows(Problem.class, () -> annals.diff("no..where", WriteDiff.Format.MD));
    }
  }
}
