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
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put("sql/V1__before.sql", BEFORE.getBytes(StandardCharsets.UTF_8));
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
    Chronicle chronicle =
        Judge.judge(
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
    return chronicle.releases().get(1).changes().stream().map(JudgedChange::verdict).toList();
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
