package dev.annals.judge.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.extract.history.FileSet;
import dev.annals.extract.history.FlywayProject;
import dev.annals.extract.history.FlywaySettings;
import dev.annals.extract.replay.Replay;
import dev.annals.extract.replay.server.SharedServer;
import dev.annals.judge.Judge;
import dev.annals.judge.JudgeSettings;
import dev.annals.model.change.DataEffect;
import dev.annals.model.change.Effect;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Level;
import dev.annals.model.change.Verdict;
import dev.annals.model.change.Work;
import dev.annals.model.history.Commit;
import dev.annals.model.history.Cut;
import dev.annals.model.history.History;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Project;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What several statements come to together: the net effect alone would tell it wrong. */
class ChainsIT {

  private static final String BEFORE =
      "CREATE TABLE t (id int PRIMARY KEY, a int, s text UNIQUE, status text CHECK (status IN ('x', 'y')), made timestamp, seen timestamptz);\n";

  private static List<Verdict> verdicts(String... migrations) {
    return verdicts(BEFORE, List.of(migrations));
  }

  private static List<Verdict> verdicts(String before, List<String> migrations) {
    return chronicle(before, migrations).releases().get(1).changes().stream()
        .map(JudgedChange::verdict)
        .toList();
  }

  private static Chronicle chronicle(String before, List<String> migrations) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put("sql/V1__before.sql", before.getBytes(StandardCharsets.UTF_8));
    for (String migration : migrations) {
      files.put(
          "sql/V" + (files.size() + 1) + "__step.sql", migration.getBytes(StandardCharsets.UTF_8));
    }
    History history =
        Replay.run(
            SharedServer.get(),
            FlywayProject.resolve(
                new FileSet(files), new FlywaySettings("", List.of("sql"), Map.of())),
            (number, all, script) -> {});
    int last = history.steps().size() - 1;
    return Judge.judge(
        new Project("T", "", "", ""),
        "t",
        history,
        List.of(
            new Cut("1", "", "", Commit.UNKNOWN, 0, history.steps().get(0).after(), List.of()),
            new Cut("2", "", "", Commit.UNKNOWN, last, history.last(), List.of())),
        List.of(),
        List.of(),
        List.of(),
        JudgeSettings.DEFAULT);
  }

  private static void filled(DataEffect data, String note, String... migrations) {
    List<Verdict> all = verdicts(migrations);
    assertEquals(1, all.size(), all.toString());
    assertEquals("column-added-required", all.get(0).rule());
    assertEquals(data, all.get(0).data());
    assertEquals(note, all.get(0).notes().get(0));
    assertFalse(all.get(0).notes().contains(Mending.NOTE), "told once");
  }

  @Test
  void aRequiredColumnFailsOnlyWhereRowsAreLeftWithout() {
    filled(DataEffect.FAILS, Filling.NOTHING.note(), "ALTER TABLE t ADD COLUMN c text NOT NULL;");
    filled(
        DataEffect.FAILS,
        Filling.NOTHING.note(),
        "ALTER TABLE t ADD COLUMN c text;\nUPDATE t SET a = 1;\nALTER TABLE t ALTER COLUMN c SET NOT NULL;");
    filled(
        DataEffect.FAILS,
        Filling.STATEMENTS.note(),
        "ALTER TABLE t ADD COLUMN c text;\nUPDATE t SET c = 'x';\nALTER TABLE t ALTER COLUMN c SET NOT NULL;");
    filled(
        DataEffect.FAILS,
        Filling.STATEMENTS.note(),
        "ALTER TABLE t ADD COLUMN c text;",
        "UPDATE t SET c = 'x';",
        "ALTER TABLE t ALTER COLUMN c SET NOT NULL;");
    filled(
        DataEffect.NONE,
        Filling.DEFAULT.note(),
        "ALTER TABLE t ADD COLUMN c text NOT NULL DEFAULT 'x';\nALTER TABLE t ALTER COLUMN c DROP DEFAULT;");
  }

  private static void unique(String rule, String summary, String index) {
    List<Verdict> all =
        verdicts(
            "CREATE TABLE t (a int, b int, c int, state text, gone bool);\nCREATE UNIQUE INDEX old ON t (a, b) WHERE state <> 'done' AND NOT gone;",
            List.of("CREATE UNIQUE INDEX new ON t " + index + ";"));
    assertEquals(List.of(rule), all.stream().map(Verdict::rule).toList());
    assertEquals(summary, all.get(0).summary());
  }

  @Test
  void aUniqueIndexOnFewerRowsThanAnotherRefusesNothingNew() {
    String old = " where ((state <> 'done'::text) AND (NOT gone))";
    unique(
        "unique-implied",
        "t is unique by (a, b) where ((state <> 'done'::text) AND (c > 0) AND (NOT gone)), as it was before"
            + old,
        "(a, b) WHERE state <> 'done' AND c > 0 AND NOT gone");
    unique(
        "unique-implied",
        "t is unique by (a, b, c)" + old + ", as a and b alone were before" + old,
        "(a, b, c) WHERE state <> 'done' AND NOT gone");
    unique(
        "unique-index-added",
        "t rejects duplicates of (a, b) where (NOT gone)",
        "(a, b) WHERE NOT gone");
    unique("unique-index-added", "t rejects duplicates of (a, b, c)", "(a, b, c)");
    unique(
        "unique-index-added",
        "t rejects duplicates of (a)" + old,
        "(a) WHERE state <> 'done' AND NOT gone");
    unique(
        "unique-index-added",
        "t rejects duplicates of (a, b)" + old,
        "(a, b) NULLS NOT DISTINCT WHERE state <> 'done' AND NOT gone");
  }

  @Test
  void aUniqueIndexForOtherRowsFailsOnlyWhereItRefusesMore() {
    String before =
        "CREATE TABLE t (a int, gone bool);\nCREATE UNIQUE INDEX i ON t (a) WHERE NOT gone;";
    String drop = "DROP INDEX i;\nCREATE UNIQUE INDEX i ON t (a)";
    Verdict loose = verdicts(before, List.of(drop + " WHERE NOT gone AND a > 0;")).get(0);
    assertEquals("unique-index-redefined", loose.rule());
    assertEquals(DataEffect.NONE, loose.data());
    assertEquals(Effect.CONDITIONAL, loose.readers());
    Verdict strict = verdicts(before, List.of(drop + ";")).get(0);
    assertEquals("unique-index-redefined", strict.rule());
    assertEquals(DataEffect.FAILS, strict.data());
    assertEquals(Effect.NONE, strict.readers());
    Verdict gone = verdicts(before, List.of("DROP INDEX i;")).get(0);
    assertEquals("t takes duplicates of (a) where (NOT gone) from now on", gone.summary());
    assertEquals(List.of("Keep a unique index on (a) where (NOT gone)"), List.of(gone.instead()));
  }

  @Test
  void whoeverNamesTheZoneIsNotToldToNameIt() {
    for (String statement :
        List.of(
            "ALTER TABLE t ALTER COLUMN made TYPE timestamptz\nUSING made AT TIME ZONE 'UTC';",
            "ALTER TABLE t ALTER \"seen\" SET DATA TYPE timestamp USING timezone('UTC', seen);")) {
      Verdict named = verdicts(statement).get(0);
      assertEquals(DataEffect.NONE, named.data(), named.toString());
      assertTrue(named.summary().contains("zone that the statement names"), named.summary());
      assertTrue(named.work().contains(Work.REWRITE), "it was seen to: " + named.work());
      assertFalse(named.instead().contains("Say the zone"), named.instead());
    }
    Verdict unnamed =
        verdicts(
                "ALTER TABLE t ALTER made TYPE timestamptz, ALTER seen TYPE timestamptz USING seen AT TIME ZONE 'UTC' AT TIME ZONE 'UTC';")
            .get(0);
    assertTrue(unnamed.summary().contains("session's zone"), unnamed.summary());
  }

  @Test
  void aTriggerThatFillsARequiredColumnSparesWriters() {
    String trigger =
        "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN %s RETURN NEW; END $$;\n"
            + "CREATE TRIGGER f BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();";
    String column = "ALTER TABLE t ADD COLUMN c int NOT NULL;";
    assertTrue(isFilled(column, trigger.formatted("NEW.c := 1;")));
    assertTrue(isFilled(column, trigger.formatted("IF NEW.c IS NULL THEN new.c = NEW.a; END IF;")));
    assertTrue(isFilled(column, trigger.formatted("SELECT max(id) FROM t INTO NEW.c;")));
    assertFalse(isFilled(column, trigger.formatted("IF NEW.c = 1 THEN NEW.a := 1; END IF;")));
    assertFalse(isFilled(column, trigger.formatted("-- NEW.c := 1;\n")));
    assertFalse(isFilled(column, trigger.formatted("NEW.c := 1;").replace("BEFORE", "AFTER")));
    assertFalse(isFilled(column, trigger.formatted("NEW.c := 1;").replace("INSERT OR ", "")));
    assertFalse(
        isFilled(column, trigger.formatted("NEW.c := 1;"), "ALTER TABLE t DISABLE TRIGGER f;"));
  }

  private static boolean isFilled(String... migrations) {
    return verdicts(migrations).stream()
        .anyMatch(verdict -> verdict.rule().equals("column-added-filled"));
  }

  @Test
  void anIndexOnANewColumnRejectsNothingThatOldWritersSend() {
    String column = "ALTER TABLE t ADD COLUMN c int;";
    Verdict empty = named("unique-index-added", column, "CREATE UNIQUE INDEX i ON t (a, c);");
    assertEquals(Level.NON_BREAKING, empty.level());
    assertEquals(DataEffect.NONE, empty.data());
    Verdict filled =
        named(
            "unique-index-added",
            column,
            "UPDATE t SET c = a;\nCREATE UNIQUE INDEX i ON t (a, c);");
    assertEquals(Level.NON_BREAKING, filled.level());
    assertEquals(DataEffect.FAILS, filled.data());
    assertTrue(filled.notes().contains(NewColumns.FILLED), filled.toString());
    Verdict defaulted =
        named(
            "unique-index-added",
            "ALTER TABLE t ADD COLUMN c int DEFAULT 1;",
            "CREATE UNIQUE INDEX i ON t (a, c);");
    assertEquals(Level.BREAKING, defaulted.level());
    Verdict equal =
        named(
            "unique-index-added", column, "CREATE UNIQUE INDEX i ON t (a, c) NULLS NOT DISTINCT;");
    assertEquals(Level.BREAKING, equal.level());
  }

  @Test
  void aReferenceOnANewColumnBreaksNobodyBeyondTheColumn() {
    String key = "ALTER TABLE t ADD FOREIGN KEY (c) REFERENCES t (id)%s;";
    for (String column : List.of("c int", "c int NOT NULL")) {
      String add = "ALTER TABLE t ADD COLUMN " + column + ";";
      Verdict checked = named("foreign-key-added", add, key.formatted(""));
      assertEquals(Level.NON_BREAKING, checked.level());
      assertEquals(DataEffect.NONE, checked.data());
      assertEquals(
          Level.NON_BREAKING,
          named("foreign-key-added-unvalidated", add, key.formatted(" NOT VALID")).level());
    }
    String add = "ALTER TABLE t ADD COLUMN c int;";
    Verdict filled = named("foreign-key-added", add, "UPDATE t SET c = a;\n" + key.formatted(""));
    assertEquals(DataEffect.FAILS, filled.data());
    assertTrue(filled.notes().contains(NewColumns.REFERRED), filled.toString());
    assertFalse(filled.notes().contains(Mending.NOTE), "told once");
    assertEquals(
        DataEffect.NONE,
        named("foreign-key-added", add, "UPDATE t SET a = 1;\n" + key.formatted("")).data());
    assertEquals(
        Level.BREAKING,
        named("foreign-key-added", "ALTER TABLE t ADD COLUMN c int DEFAULT 1;", key.formatted(""))
            .level());
  }

  @Test
  void aPrimaryKeyOfANewColumnThatNumbersItselfRejectsNothing() {
    String table = "CREATE TABLE u (a int);";
    String key = "ALTER TABLE u ADD PRIMARY KEY (id);";
    for (String type : List.of("serial", "int GENERATED ALWAYS AS IDENTITY")) {
      Verdict numbered =
          after(table, "primary-key-added", "ALTER TABLE u ADD COLUMN id " + type + ";", key);
      assertEquals(Level.NON_BREAKING, numbered.level());
      assertEquals(DataEffect.NONE, numbered.data());
    }
    assertEquals(
        Level.BREAKING,
        after(table, "primary-key-added", "ALTER TABLE u ADD COLUMN id int;", key).level());
  }

  @Test
  void aSequenceBeginsAgainWithItsTable() {
    assertEquals(
        List.of(Level.EQUIVALENT),
        levels("CREATE TABLE u (id serial);", "DROP TABLE u;\nCREATE TABLE u (id serial);"));
    assertEquals(
        List.of(Level.BREAKING),
        levels("CREATE SEQUENCE s;", "DROP SEQUENCE s;\nCREATE SEQUENCE s;"));
  }

  /** How a migration that drops and makes a sequence again is judged for it. */
  private static List<Level> levels(String first, String migration) {
    return chronicle(first, List.of(migration)).steps().get(1).changes().stream()
        .map(JudgedChange::verdict)
        .filter(verdict -> verdict.rule().equals("sequence-dropped"))
        .map(Verdict::level)
        .toList();
  }

  /** The verdict of a rule on what comes after a first migration of one's own. */
  private static Verdict after(String first, String rule, String... migrations) {
    List<Verdict> all = verdicts(first, List.of(migrations));
    return all.stream()
        .filter(verdict -> verdict.rule().equals(rule))
        .findFirst()
        .orElseThrow(() -> new AssertionError(all.toString()));
  }

  @Test
  void nobodyIsAdvisedToDoWhatWasDone() {
    String index = "CREATE UNIQUE INDEX %s i ON t (a);";
    assertEquals(
        "Build i CONCURRENTLY after the duplicates are gone",
        named("unique-index-added", index.formatted("")).instead());
    assertTrue(
        named("unique-index-added", index.formatted("CONCURRENTLY"))
            .instead()
            .startsWith("Take the duplicates away first"));
    assertEquals("", named("index-added", "CREATE INDEX CONCURRENTLY i ON t (a);").instead());
  }

  private static Verdict named(String rule, String... migrations) {
    return verdicts(migrations).stream()
        .filter(verdict -> verdict.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void rowsThatAreMendedFirstAreMentioned() {
    Verdict first =
        verdicts("DELETE FROM t WHERE a = 1;\nALTER TABLE t ADD CONSTRAINT u UNIQUE (a);").get(0);
    assertTrue(first.notes().contains(Mending.NOTE), first.toString());
    Verdict later =
        verdicts("ALTER TABLE t ADD CONSTRAINT u UNIQUE (a);\nDELETE FROM t WHERE a = 1;").get(0);
    assertFalse(later.notes().contains(Mending.NOTE), later.toString());
    Verdict other =
        verdicts(
                "CREATE TABLE o (a int);\nUPDATE o SET a = 1;\nALTER TABLE t ALTER COLUMN a SET NOT NULL;")
            .stream()
            .filter(verdict -> verdict.data() == DataEffect.FAILS)
            .findFirst()
            .orElseThrow();
    assertFalse(other.notes().contains(Mending.NOTE), other.toString());
  }

  @Test
  void aCopyThatIsNotOneLosesValues() {
    String copied =
        "ALTER TABLE t ADD COLUMN n bigint;\nUPDATE t SET n = a;\nALTER TABLE t DROP COLUMN a;\nALTER TABLE t RENAME COLUMN n TO a;";
    assertTrue(verdicts(copied).stream().allMatch(verdict -> verdict.data() == DataEffect.NONE));
    String renamedFirst =
        "ALTER TABLE t RENAME COLUMN a TO a_old;\nALTER TABLE t ADD COLUMN a bigint;\nUPDATE t SET a = a_old;\nALTER TABLE t DROP COLUMN a_old;";
    assertTrue(
        verdicts(renamedFirst).stream().allMatch(verdict -> verdict.data() == DataEffect.NONE));
    assertTrue(
        verdicts(copied.replace("SET n = a", "SET n = 1")).stream()
            .anyMatch(verdict -> verdict.data() == DataEffect.LOSS));
  }

  @Test
  void aTableMadeAgainTellsWhatIsDifferent() {
    String again =
        "CREATE TABLE t_new (id int PRIMARY KEY, a int, s text, status text);\n"
            + "INSERT INTO t_new SELECT id, a, s, status FROM t;\nDROP TABLE t;\nALTER TABLE t_new RENAME TO t;";
    Verdict verdict = only("table-rebuilt", verdicts(again));
    assertTrue(verdict.notes().toString().contains("t no longer checks"), verdict.toString());
    assertTrue(verdict.notes().toString().contains("nothing locks it first"), verdict.toString());
    assertFalse(
        only("table-rebuilt", verdicts("LOCK TABLE t;\n" + again))
            .notes()
            .toString()
            .contains("nothing locks it first"));
    assertTrue(
        verdicts(again.replace("FROM t;", "FROM pg_class, t_new;")).stream()
            .anyMatch(each -> each.data() == DataEffect.LOSS));
  }

  private static Verdict only(String rule, List<Verdict> all) {
    return all.stream()
        .filter(verdict -> verdict.rule().equals(rule) && verdict.level() != Level.EQUIVALENT)
        .findFirst()
        .orElseThrow(() -> new AssertionError(all.toString()));
  }

  @Test
  void caseDoesNotMakeDuplicates() {
    Verdict verdict =
        only(
            "unique-dropped",
            verdicts(
                "ALTER TABLE t DROP CONSTRAINT t_s_key;\nCREATE UNIQUE INDEX t_s ON t (lower(s));"));
    assertEquals("t is unique by (lower(s)), no longer by (s) as written", verdict.summary());
    assertTrue(
        only(
                "unique-dropped",
                verdicts(
                    "ALTER TABLE t DROP CONSTRAINT t_s_key;\nCREATE UNIQUE INDEX t_s ON t (md5(s));"))
            .summary()
            .contains("takes duplicates"));
  }
}
