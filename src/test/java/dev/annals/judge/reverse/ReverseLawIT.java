package dev.annals.judge.reverse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.extract.catalog.CatalogScope;
import dev.annals.extract.catalog.postgresql.PostgresCatalog;
import dev.annals.extract.history.SqlFiles;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.extract.replay.server.SharedServer;
import dev.annals.judge.Histories;
import dev.annals.judge.Judge;
import dev.annals.judge.JudgeSettings;
import dev.annals.judge.diff.SchemaDiff;
import dev.annals.judge.rules.RulePages;
import dev.annals.model.change.Change;
import dev.annals.model.change.Reversibility;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Snapshot;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Project;
import dev.annals.model.story.ReverseStatement;
import dev.annals.model.story.RulePage;
import dev.annals.model.story.WayBack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The law of the way back: where every change has a statement, running them on a real server (and
 * on empty tables) gives the schema that was there before, up to the places of columns; and no
 * verdict asks for more care than the way back does.
 */
class ReverseLawIT {

  private static final Pattern SERVER = Pattern.compile("-- server: (\\d+)\n");
  private static final Pattern ROLE = Pattern.compile("role \"(.*)\" does not exist");

  @TestFactory
  Stream<DynamicTest> examples() {
    return RulePages.all().stream()
        .map(page -> DynamicTest.dynamicTest(page.id(), () -> check(page)));
  }

  private static void check(RulePage page) throws SQLException {
    Matcher needs = SERVER.matcher(page.before());
    int major = needs.lookingAt() ? Integer.parseInt(needs.group(1)) : 0;
    ScratchServer server = SharedServer.available(major);
    boolean superuser = page.before().contains("-- superuser\n");
    boolean byName = page.before().contains("-- identities: unknown\n");
    String database = server.createDatabase();
    try (Connection connection = superuser ? server.admin(database) : server.migrator(database)) {
      execute(connection, "SET search_path TO public");
      runAll(server, connection, page.before());
      Snapshot before = read(connection, byName);
      for (String migration : page.migration().split("-- next migration\n")) {
        runAll(server, connection, migration);
        Snapshot after = read(connection, byName);
        goBack(connection, before, after);
        before = after;
      }
    } finally {
      server.dropDatabase(database);
    }
  }

  @Test
  void bookshop() throws SQLException, IOException {
    ScratchServer server = SharedServer.get();
    String database = server.createDatabase();
    int complete = 0;
    List<String> failures = new ArrayList<>();
    try (Connection connection = server.migrator(database)) {
      Snapshot before = read(connection, false);
      for (Path migration : migrations()) {
        runAll(server, connection, Files.readString(migration));
        Snapshot after = read(connection, false);
        try {
          complete += goBack(connection, before, after) ? 1 : 0;
        } catch (SQLException | AssertionError e) {
          failures.add(migration.getFileName() + ": " + e.getMessage());
        }
        before = after;
      }
    } finally {
      server.dropDatabase(database);
    }
    assertEquals("", String.join("\n", failures));
    assertTrue(complete > 40, complete + " steps have a complete way back");
  }

  /** Partitions and heirs follow; what everybody was allowed comes back; aggregates are made. */
  @Test
  void whatFollowsAndWhatIsUsual() throws SQLException {
    List<String> steps =
        List.of(
            """
            CREATE TABLE day (id int, at date NOT NULL, sum numeric) PARTITION BY RANGE (at);
            CREATE TABLE day_1 PARTITION OF day FOR VALUES FROM ('2020-01-01') TO ('2021-01-01')
              PARTITION BY HASH (id);
            CREATE TABLE day_1_0 PARTITION OF day_1 FOR VALUES WITH (MODULUS 1, REMAINDER 0);
            CREATE INDEX day_sum ON day (sum);
            CREATE TABLE root (id int, x int);
            CREATE TABLE heir (own int) INHERITS (root);
            CREATE TYPE state AS ENUM ('on', 'off');
            CREATE AGGREGATE total (int) (SFUNC = int4pl, STYPE = int, INITCOND = '0');
            """,
            """
            ALTER TABLE day ADD COLUMN note text;
            ALTER TABLE day RENAME COLUMN id TO no;
            ALTER TABLE root ALTER COLUMN x TYPE bigint;
            ALTER TABLE root ADD COLUMN y int;
            CREATE INDEX heir_y ON heir (y);
            CREATE INDEX day_1_sum ON day_1 (sum, at);
            """,
            """
            ALTER TABLE day DROP COLUMN sum;
            ALTER TABLE root DROP COLUMN y;
            REVOKE USAGE ON TYPE state FROM PUBLIC;
            ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
            """,
            """
            ALTER TABLE day DETACH PARTITION day_1;
            ALTER TABLE day ADD COLUMN late int;
            ALTER TABLE day DROP COLUMN note;
            ALTER TABLE day_1 DROP COLUMN note;
            """,
            """
            CREATE TABLE counted (
              id int GENERATED BY DEFAULT AS IDENTITY (START 100 INCREMENT 10 MINVALUE 5 CACHE 3)
                PRIMARY KEY WITH (fillfactor = 70),
              no smallint GENERATED ALWAYS AS IDENTITY (INCREMENT -1 CYCLE),
              at text UNIQUE WITH (fillfactor = 60) DEFERRABLE,
              EXCLUDE (at WITH =) WITH (fillfactor = 50) WHERE (at > 'a') DEFERRABLE);
            CREATE TABLE counts (id int REFERENCES counted);
            CREATE TABLE tally (id int GENERATED ALWAYS AS IDENTITY);
            CREATE TABLE "odd.one" (id serial, "a.b" int);
            GRANT SELECT ("a.b") ON "odd.one" TO PUBLIC;
            CREATE TABLE "2020.q1" (id int) PARTITION BY RANGE (id);
            CREATE TABLE "2020.q1.a" PARTITION OF "2020.q1" FOR VALUES FROM (1) TO (2);
            CREATE TABLE "2020.heir" () INHERITS (counts);
            CREATE TABLE year (id int, note text COMPRESSION pglz) PARTITION BY RANGE (id);
            CREATE TABLE year_1 PARTITION OF year FOR VALUES FROM (1) TO (2);
            CREATE TABLE year_2 PARTITION OF year FOR VALUES FROM (2) TO (3);
            CREATE MATERIALIZED VIEW counting AS SELECT at FROM counted;
            ALTER TABLE counting ALTER COLUMN at SET STATISTICS 300;
            """,
            """
            ALTER TABLE year ALTER COLUMN note TYPE varchar(99);
            ALTER TABLE counted ALTER COLUMN id TYPE bigint;
            ALTER TABLE counted ALTER COLUMN id SET NO MINVALUE SET START 1 SET MAXVALUE 9000000000;
            ALTER TABLE counted ALTER COLUMN no SET NO CYCLE SET INCREMENT BY 2 SET MAXVALUE 70
              SET MINVALUE -3 SET START 7;
            ALTER TABLE counted ALTER COLUMN at SET STATISTICS 500;
            ALTER TABLE counted ALTER COLUMN at SET (n_distinct = -0.5);
            ALTER INDEX counted_pkey SET (fillfactor = 80);
            ALTER INDEX counted_at_key RESET (fillfactor);
            ALTER INDEX counted_at_excl SET (fillfactor = 90);
            """,
            """
            ALTER TABLE counted ALTER COLUMN at RESET (n_distinct), ALTER COLUMN at SET STATISTICS -1;
            ALTER TABLE counted ALTER COLUMN no DROP IDENTITY;
            ALTER TABLE counted ALTER COLUMN id SET CYCLE;
            """,
            """
            ALTER TABLE year_1 ALTER COLUMN note SET STORAGE external;
            DROP MATERIALIZED VIEW counting;
            ALTER TABLE counted ALTER COLUMN at SET STATISTICS 9;
            """,
            """
            ALTER TABLE year_1 ALTER COLUMN note SET STORAGE main;
            ALTER TABLE "2020.q1" DETACH PARTITION "2020.q1.a";
            ALTER TABLE "2020.heir" NO INHERIT counts;
            """,
            """
            ALTER TABLE "2020.q1" ATTACH PARTITION "2020.q1.a" FOR VALUES FROM (1) TO (2);
            """,
            """
            ALTER TABLE tally RENAME TO tallied;
            ALTER TABLE tallied ALTER COLUMN id SET MAXVALUE 50;
            DROP TABLE "odd.one";
            DROP TABLE "2020.q1";
            DROP TABLE counts;
            DROP TABLE counted;
            """,
            """
            DROP AGGREGATE total (int);
            DROP TYPE state;
            ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC;
            """);
    ScratchServer server = SharedServer.get();
    String database = server.createDatabase();
    try (Connection connection = server.migrator(database)) {
      goBackFromEach(server, connection, steps);
    } finally {
      server.dropDatabase(database);
    }
  }

  /** What is elsewhere is told where it is again. */
  /** A sequence that a table let go before it went is there, and taken back by the table. */
  @Test
  void sequencesThatOutliveTheirTables() throws SQLException {
    List<String> steps =
        List.of(
            "CREATE TABLE a (id serial PRIMARY KEY); CREATE TABLE b (id bigserial, no serial);",
            """
            ALTER SEQUENCE a_id_seq OWNED BY NONE;
            DROP TABLE a;
            ALTER SEQUENCE b_id_seq OWNED BY NONE;
            ALTER SEQUENCE b_id_seq RENAME TO numbers;
            DROP TABLE b;
            """);
    ScratchServer server = SharedServer.get();
    String database = server.createDatabase();
    try (Connection connection = server.migrator(database)) {
      goBackFromEach(server, connection, steps);
    } finally {
      server.dropDatabase(database);
    }
  }

  @Test
  void foreignTables() throws SQLException {
    List<String> steps =
        List.of(
            """
            CREATE FOREIGN DATA WRAPPER elsewhere;
            CREATE SERVER far FOREIGN DATA WRAPPER elsewhere;
            CREATE TABLE day (at date) PARTITION BY RANGE (at);
            CREATE FOREIGN TABLE day_1 PARTITION OF day
              FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') SERVER far OPTIONS ("Odd one" 'it''s');
            CREATE FOREIGN TABLE t (id int OPTIONS (column_name 'no') NOT NULL, x text) SERVER far;
            """,
            """
            ALTER FOREIGN TABLE t OPTIONS (ADD table_name 'that');
            ALTER FOREIGN TABLE t ALTER id OPTIONS (SET column_name 'num', ADD "Key" 'true');
            ALTER FOREIGN TABLE t ALTER x SET STATISTICS 100;
            ALTER FOREIGN TABLE t ALTER x OPTIONS (ADD column_name 'y');
            """,
            """
            ALTER FOREIGN TABLE t ALTER id OPTIONS (DROP "Key");
            ALTER FOREIGN TABLE t DROP COLUMN x;
            """,
            """
            DROP FOREIGN TABLE t;
            DROP FOREIGN TABLE day_1;
            """);
    ScratchServer server = SharedServer.get();
    String database = server.createDatabase();
    try (Connection connection = server.admin(database)) {
      execute(connection, "SET search_path TO public");
      goBackFromEach(server, connection, steps);
    } finally {
      server.dropDatabase(database);
    }
  }

  /** What others are sent is sent again, and no more. */
  @Test
  void publications() throws SQLException {
    List<String> steps =
        List.of(
            """
            CREATE SCHEMA depot;
            CREATE TABLE t (id int PRIMARY KEY, x text, "Y" text);
            CREATE TABLE u (id int PRIMARY KEY);
            CREATE TABLE depot.v (id int PRIMARY KEY);
            CREATE PUBLICATION "Odd one" FOR TABLE t (id, "Y") WHERE (id > 7), u;
            COMMENT ON PUBLICATION "Odd one" IS 'it''s odd';
            CREATE PUBLICATION everything FOR ALL TABLES;
            CREATE PUBLICATION part FOR TABLES IN SCHEMA depot WITH (publish = 'insert');
            """,
            "ALTER PUBLICATION \"Odd one\" RENAME TO p;",
            "ALTER PUBLICATION p SET TABLE t (id, x), depot.v;",
            "ALTER PUBLICATION p SET (publish = 'insert', publish_via_partition_root = true);",
            "ALTER PUBLICATION part SET TABLES IN SCHEMA public;",
            "ALTER PUBLICATION part ADD TABLE depot.v;",
            """
            ALTER TABLE t RENAME TO tt;
            ALTER TABLE tt RENAME COLUMN id TO no;
            ALTER PUBLICATION p SET TABLE tt (no) WHERE (no > 8);
            """,
            "DROP TABLE tt;",
            "CREATE TABLE tt (no int PRIMARY KEY); ALTER PUBLICATION p ADD TABLE tt;",
            "DROP PUBLICATION p; DROP TABLE depot.v; DROP TABLE tt;",
            """
            DROP PUBLICATION everything;
            CREATE PUBLICATION everything FOR TABLE u;
            """,
            """
            DROP PUBLICATION everything;
            CREATE PUBLICATION everything FOR ALL TABLES WITH (publish = 'insert, truncate');
            """,
            "DROP PUBLICATION everything; DROP PUBLICATION part; DROP SCHEMA depot;",
            "CREATE TABLE w (id int); CREATE PUBLICATION again FOR TABLE w, u;");
    ScratchServer server = SharedServer.get();
    String database = server.createDatabase();
    try (Connection connection = server.admin(database)) {
      execute(connection, "SET search_path TO public");
      goBackFromEach(server, connection, steps);
    } finally {
      server.dropDatabase(database);
    }
  }

  /** Collations come before what sorts by them, and one that columns keep is changed by hand. */
  @Test
  void collations() throws SQLException {
    List<String> steps =
        List.of(
            "CREATE SCHEMA depot; CREATE TABLE t (id int, x text, y text);",
            """
            CREATE COLLATION "No case" (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
            COMMENT ON COLLATION "No case" IS 'it''s all one';
            ALTER TABLE t ALTER x TYPE text COLLATE "No case", ADD UNIQUE (x);
            CREATE DOMAIN d AS text COLLATE "No case";
            CREATE TABLE u (a d, b text COLLATE "No case");
            CREATE INDEX t_y ON t (y COLLATE "No case");
            """,
            "ALTER COLLATION \"No case\" RENAME TO ci; ALTER COLLATION ci SET SCHEMA depot;",
            "DROP TABLE u; DROP DOMAIN d; DROP INDEX t_y;",
            "ALTER TABLE t ALTER x TYPE text COLLATE \"default\"; DROP COLLATION depot.ci;",
            "CREATE COLLATION ci (lc_collate = 'C', lc_ctype = 'POSIX');",
            """
            DROP COLLATION ci;
            CREATE COLLATION ci (provider = icu, locale = 'de', rules = '&a < g');
            COMMENT ON COLLATION ci IS 'other';
            """);
    ScratchServer server = SharedServer.get();
    String database = server.createDatabase();
    try (Connection connection = server.migrator(database)) {
      execute(connection, "SET search_path TO public");
      goBackFromEach(server, connection, steps);
    } finally {
      server.dropDatabase(database);
    }
  }

  /** Operators and casts come after what they call, and go before it. */
  @Test
  void operatorsAndCasts() throws SQLException {
    String alike =
        " (text, \"Mood\") RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2::text'; ";
    List<String> steps =
        List.of(
            "CREATE SCHEMA depot; CREATE TABLE t (id int, x text);",
            "CREATE TYPE \"Mood\" AS ENUM ('sad', 'glad'); ALTER TABLE t ADD felt \"Mood\";"
                + "CREATE FUNCTION \"Alike\""
                + alike
                + "CREATE FUNCTION of(int) RETURNS \"Mood\" LANGUAGE plpgsql AS 'BEGIN END';"
                + """
                CREATE OPERATOR === (FUNCTION = "Alike", LEFTARG = text, RIGHTARG = "Mood",
                  NEGATOR = OPERATOR(public.!==));
                CREATE OPERATOR !== (FUNCTION = "Alike", LEFTARG = text, RIGHTARG = "Mood",
                  NEGATOR = OPERATOR(public.===));
                COMMENT ON OPERATOR === (text, "Mood") IS 'it''s alike';
                CREATE CAST (int AS "Mood") WITH FUNCTION of(int) AS IMPLICIT;
                CREATE CAST (varchar AS "Mood") WITH INOUT AS ASSIGNMENT;
                COMMENT ON CAST (varchar AS "Mood") IS 'it''s read';
                """,
            """
            DROP CAST (varchar AS "Mood");
            CREATE CAST (varchar AS "Mood") WITH INOUT;
            DROP CAST (int AS "Mood");
            """,
            "ALTER OPERATOR === (text, \"Mood\") SET SCHEMA depot; ALTER FUNCTION \"Alike\" RENAME TO a;",
            "CREATE FUNCTION b"
                + alike
                + """
                DROP OPERATOR depot.=== (text, "Mood");
                CREATE OPERATOR depot.=== (FUNCTION = b, LEFTARG = text, RIGHTARG = "Mood");
                """,
            "ALTER TYPE \"Mood\" RENAME TO feeling;",
            "DROP FUNCTION a CASCADE; DROP TYPE feeling CASCADE;",
            """
            CREATE FUNCTION minus(text) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT -length($1)';
            CREATE OPERATOR !@! (FUNCTION = minus, RIGHTARG = text);
            CREATE TABLE u (x text CHECK (!@! x > -7), y int GENERATED ALWAYS AS (!@! x) STORED);
            """,
            "DROP TABLE u; DROP OPERATOR !@! (NONE, text); DROP FUNCTION minus;");
    ScratchServer server = SharedServer.get();
    String database = server.createDatabase();
    try (Connection connection = server.migrator(database)) {
      execute(connection, "SET search_path TO public");
      goBackFromEach(server, connection, steps);
    } finally {
      server.dropDatabase(database);
    }
  }

  /** Those that refuse are out of the way while statements run that they would refuse. */
  @Test
  void eventTriggers() throws SQLException {
    List<String> steps =
        List.of(
            """
            CREATE TABLE t (id int);
            CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql AS
              $$ BEGIN RAISE EXCEPTION 'not here: %', tg_tag; END $$;
            CREATE FUNCTION "Let" () RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
            """,
            """
            CREATE TABLE u (id int);
            CREATE EVENT TRIGGER "No more" ON ddl_command_end EXECUTE FUNCTION refuse();
            """,
            "COMMENT ON EVENT TRIGGER \"No more\" IS 'it''s for all';",
            "ALTER EVENT TRIGGER \"No more\" DISABLE;",
            "ALTER EVENT TRIGGER \"No more\" RENAME TO no; ALTER TABLE t ADD x int;",
            "ALTER EVENT TRIGGER no ENABLE ALWAYS;",
            """
            DROP EVENT TRIGGER no;
            CREATE EVENT TRIGGER no ON sql_drop WHEN TAG IN ('DROP TABLE', 'DROP VIEW')
              EXECUTE FUNCTION "Let"();
            DROP TABLE u;
            COMMENT ON EVENT TRIGGER no IS 'only drops';
            """,
            "DROP FUNCTION \"Let\" CASCADE; CREATE VIEW v AS SELECT 1 AS one;");
    ScratchServer server = SharedServer.get();
    String database = server.createDatabase();
    try (Connection connection = server.admin(database)) {
      execute(connection, "SET search_path TO public");
      goBackFromEach(server, connection, steps);
    } finally {
      server.dropDatabase(database);
    }
  }

  private static void goBackFromEach(
      ScratchServer server, Connection connection, List<String> steps) throws SQLException {
    runAll(server, connection, steps.get(0));
    Snapshot before = read(connection, false);
    for (String step : steps.subList(1, steps.size())) {
      runAll(server, connection, step);
      Snapshot after = read(connection, false);
      assertTrue(goBack(connection, before, after), step);
      before = after;
    }
  }

  private static List<Path> migrations() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("examples/bookshop/migrations"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("V"))
          .sorted(
              Comparator.comparingInt(
                  file -> Integer.parseInt(file.getFileName().toString().split("[V_]+")[1])))
          .toList();
    }
  }

  private static void runAll(ScratchServer server, Connection connection, String script)
      throws SQLException {
    for (SqlFiles.Part part :
        SqlFiles.split("x.sql", script.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)) {
      try {
        execute(connection, part.sql());
      } catch (SQLException e) {
        Matcher role = ROLE.matcher(e.getMessage());
        if (!role.find()) {
          throw e;
        }
        server.provideRole(role.group(1));
        execute(connection, part.sql());
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  private static Snapshot read(Connection connection, boolean byName) throws SQLException {
    Snapshot read = PostgresCatalog.read(connection, CatalogScope.flyway());
    return byName ? Snapshot.of(read.schema()) : read;
  }

  /** Goes back, looks, and forgets it; false where something is to be written by hand. */
  private static boolean goBack(Connection connection, Snapshot before, Snapshot after)
      throws SQLException {
    Chronicle chronicle = judged(before, after);
    WayBack way = chronicle.waysBack().get(1);
    assertTrue(
        way.grade() == Reversibility.EXACT || !way.notes().isEmpty(),
        () -> way.grade() + " has no reason: " + way.statements());
    if (way.statements().stream().anyMatch(statement -> isByHand(statement))) {
      return false;
    }
    List<String> otherwise =
        chronicle.steps().get(1).changes().stream()
            .filter(judged -> judged.verdict().reversibility().compareTo(way.grade()) > 0)
            .map(judged -> judged.verdict().rule() + ": " + judged.verdict().summary())
            .toList();
    assertEquals(List.of(), otherwise, () -> "the way back is " + way.grade());
    List<String> ran = new ArrayList<>();
    connection.setAutoCommit(false);
    try {
      for (ReverseStatement statement : way.statements()) {
        ran.add(statement.sql());
        assertFalse(statement.sql().contains("annals_replay"), "runs on no other server");
        execute(connection, statement.sql());
      }
      Schema restored = PostgresCatalog.read(connection, CatalogScope.flyway()).schema();
      assertEquals(List.of(), differences(before.schema(), restored), () -> "after " + ran);
    } catch (SQLException e) {
      throw new SQLException(e.getMessage() + " after " + ran, e);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    return true;
  }

  private static boolean isByHand(ReverseStatement statement) {
    if (statement.sql().isEmpty()) {
      assertTrue(statement.grade() != Reversibility.EXACT, statement.note());
    }
    return statement.sql().isEmpty();
  }

  private static Chronicle judged(Snapshot before, Snapshot after) {
    return Judge.judge(
        new Project("t", "", "", ""),
        "t",
        new Histories().then(before).then(after).done(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        JudgeSettings.DEFAULT);
  }

  private static List<String> differences(Schema before, Schema restored) {
    return SchemaDiff.between(Snapshot.of(before), Snapshot.of(restored)).stream()
        .filter(
            change ->
                !(change instanceof Change.Altered altered
                    && altered.property() == Property.POSITION))
        .map(Change::toString)
        .toList();
  }
}
