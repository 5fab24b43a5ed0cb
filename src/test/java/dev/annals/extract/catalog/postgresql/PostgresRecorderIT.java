package dev.annals.extract.catalog.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.extract.catalog.CatalogScope;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.extract.replay.server.SharedServer;
import dev.annals.model.schema.Snapshot;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read step by step equals, after every step, what a full reading gives. */
class PostgresRecorderIT {

  static List<Integer> majors() {
    return PostgresCatalogIT.majors();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void incrementalEqualsFullAfterEveryStep(int major) throws SQLException, IOException {
    ScratchServer server = SharedServer.get(major);
    String database = server.createDatabase();
    try (Connection replayer = server.migrator(database)) {
      follow(server, database, replayer, NastySteps.of(major));
    } finally {
      server.dropDatabase(database);
    }
  }

  /** Only a superuser makes servers that tables are on. */
  @ParameterizedTest
  @MethodSource("majors")
  void foreignTables(int major) throws SQLException {
    ScratchServer server = SharedServer.get(major);
    String database = server.createDatabase();
    try (Connection replayer = server.admin(database)) {
      follow(
          server,
          database,
          replayer,
          List.of(
              List.of("CREATE FOREIGN DATA WRAPPER elsewhere"),
              List.of(
                  "CREATE SERVER far FOREIGN DATA WRAPPER elsewhere OPTIONS (host 'h')",
                  "CREATE FOREIGN TABLE public.t (id int OPTIONS (column_name 'no', password 'x'))"
                      + " SERVER far OPTIONS (table_name 'it', \"My secret\" 'hidden')"),
              List.of("ALTER FOREIGN TABLE public.t OPTIONS (SET table_name 'that')"),
              List.of("ALTER FOREIGN TABLE public.t ALTER id OPTIONS (DROP column_name)"),
              List.of("ALTER SERVER far RENAME TO farther"),
              List.of("ALTER FOREIGN TABLE public.t RENAME TO u"),
              List.of("DROP SERVER farther CASCADE")));
    } finally {
      server.dropDatabase(database);
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void publications(int major) throws SQLException {
    ScratchServer server = SharedServer.get(major);
    String database = server.createDatabase();
    List<List<String>> steps =
        new ArrayList<>(
            List.of(
                List.of(
                    "CREATE SCHEMA depot",
                    "CREATE TABLE public.t (id int PRIMARY KEY, x text, y text)",
                    "CREATE TABLE depot.u (id int PRIMARY KEY)"),
                List.of("CREATE PUBLICATION p FOR TABLE public.t, depot.u"),
                List.of("CREATE PUBLICATION everything FOR ALL TABLES WITH (publish = 'insert')"),
                List.of("COMMENT ON PUBLICATION p IS 'what others get'"),
                List.of("COMMENT ON PUBLICATION p IS NULL"),
                List.of("ALTER PUBLICATION p SET (publish = 'insert, update')"),
                List.of("ALTER PUBLICATION p SET (publish_via_partition_root = true)"),
                List.of("ALTER PUBLICATION p RENAME TO q"),
                List.of("ALTER TABLE public.t RENAME TO v"),
                List.of("ALTER PUBLICATION q DROP TABLE depot.u"),
                List.of("ALTER PUBLICATION q SET TABLE depot.u, public.v"),
                List.of("ALTER SCHEMA depot RENAME TO store"),
                List.of("DROP TABLE store.u")));
    if (major >= 15) {
      steps.addAll(
          List.of(
              List.of("ALTER PUBLICATION q SET TABLE public.v (id, y) WHERE (id > 7)"),
              List.of("ALTER TABLE public.v RENAME COLUMN id TO no"),
              List.of("ALTER TABLE public.v DROP COLUMN y CASCADE"),
              List.of("ALTER PUBLICATION q ADD TABLES IN SCHEMA store"),
              List.of("ALTER SCHEMA store RENAME TO depot"),
              List.of("DROP SCHEMA depot")));
    }
    if (major >= 18) {
      steps.add(List.of("ALTER PUBLICATION q SET (publish_generated_columns = stored)"));
    }
    steps.add(List.of("CREATE TABLE public.w (id int)", "ALTER PUBLICATION q ADD TABLE public.w"));
    steps.add(List.of("DROP PUBLICATION everything"));
    steps.add(List.of("DROP PUBLICATION q"));
    try (Connection replayer = server.admin(database)) {
      follow(server, database, replayer, steps);
    } finally {
      server.dropDatabase(database);
    }
  }

  /** Commands about event triggers fire none, not even those that watch. */
  @ParameterizedTest
  @MethodSource("majors")
  void eventTriggers(int major) throws SQLException {
    ScratchServer server = SharedServer.get(major);
    String database = server.createDatabase();
    String nothing = "() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'";
    List<List<String>> steps =
        List.of(
            List.of("CREATE FUNCTION public.f" + nothing),
            List.of("CREATE EVENT TRIGGER a ON sql_drop EXECUTE FUNCTION public.f()"),
            List.of("COMMENT ON EVENT TRIGGER a IS 'it watches'"),
            List.of("COMMENT ON EVENT TRIGGER a IS NULL"),
            List.of("ALTER EVENT TRIGGER a DISABLE"),
            List.of("ALTER EVENT TRIGGER a ENABLE ALWAYS"),
            List.of("ALTER EVENT TRIGGER a RENAME TO b"),
            List.of("ALTER FUNCTION public.f RENAME TO g"),
            List.of("CREATE SCHEMA depot"),
            List.of("ALTER FUNCTION public.g SET SCHEMA depot"),
            List.of("ALTER SCHEMA depot RENAME TO store"),
            List.of(
                "DROP EVENT TRIGGER b",
                "CREATE EVENT TRIGGER b ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'DROP TABLE')"
                    + " EXECUTE FUNCTION store.g()"),
            List.of("CREATE TABLE public.t (id int)"),
            List.of("DROP FUNCTION store.g CASCADE"),
            List.of("CREATE FUNCTION public.f" + nothing),
            List.of("CREATE EVENT TRIGGER a ON sql_drop EXECUTE FUNCTION public.f()"),
            List.of("DROP EVENT TRIGGER a"));
    try (Connection replayer = server.admin(database)) {
      follow(server, database, replayer, steps);
    } finally {
      server.dropDatabase(database);
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void collations(int major) throws SQLException {
    ScratchServer server = SharedServer.get(major);
    String database = server.createDatabase();
    List<List<String>> steps =
        new ArrayList<>(
            List.of(
                List.of("CREATE SCHEMA depot"),
                List.of("CREATE COLLATION public.c (provider = icu, locale = 'de')"),
                List.of(
                    "CREATE TABLE public.t (a text COLLATE public.c, b text, CHECK (b > 'x' COLLATE public.c))",
                    "CREATE INDEX ON public.t (b COLLATE public.c)",
                    "CREATE DOMAIN public.d AS text COLLATE public.c",
                    "CREATE TYPE public.k AS (x text COLLATE public.c)",
                    "CREATE TYPE public.r AS RANGE (subtype = text, collation = public.c)",
                    "CREATE VIEW public.v AS SELECT b COLLATE public.c AS b FROM public.t"),
                List.of("COMMENT ON COLLATION public.c IS 'by the book'"),
                List.of("COMMENT ON COLLATION public.c IS NULL"),
                List.of("ALTER COLLATION public.c RENAME TO e"),
                List.of("ALTER COLLATION public.e SET SCHEMA depot"),
                List.of("ALTER COLLATION depot.e REFRESH VERSION"),
                List.of("ALTER SCHEMA depot RENAME TO store"),
                List.of(
                    "CREATE COLLATION public.l (lc_collate = 'C', lc_ctype = 'POSIX')",
                    "CREATE COLLATION public.n (provider = icu, locale = 'und', deterministic = false)"),
                List.of("DROP COLLATION public.l", "CREATE COLLATION public.l FROM \"C\"")));
    if (major >= 16) {
      steps.add(
          List.of("CREATE COLLATION public.s (provider = icu, locale = '', rules = '&a < g')"));
    }
    if (major >= 17) {
      steps.add(List.of("CREATE COLLATION public.u (provider = builtin, locale = 'C.UTF-8')"));
    }
    steps.add(List.of("DROP COLLATION public.n"));
    steps.add(List.of("DROP SCHEMA store CASCADE"));
    try (Connection replayer = server.migrator(database)) {
      follow(server, database, replayer, steps);
    } finally {
      server.dropDatabase(database);
    }
  }

  /** Their texts name types and functions. */
  @ParameterizedTest
  @MethodSource("majors")
  void operatorsAndCasts(int major) throws SQLException {
    ScratchServer server = SharedServer.get(major);
    String database = server.createDatabase();
    String like = "RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true'";
    List<List<String>> steps =
        new ArrayList<>(
            List.of(
                List.of(
                    "CREATE SCHEMA depot",
                    "CREATE TYPE public.mood AS ENUM ('sad', 'glad')",
                    "CREATE FUNCTION public.f(public.mood, public.mood) " + like,
                    "CREATE FUNCTION public.g(int) RETURNS public.mood LANGUAGE sql AS"
                        + " 'SELECT ''sad''::public.mood'",
                    "CREATE TABLE public.t (a public.mood)"),
                List.of(
                    "CREATE OPERATOR public.=== (FUNCTION = public.f, LEFTARG = public.mood,"
                        + " RIGHTARG = public.mood, COMMUTATOR = OPERATOR(public.===),"
                        + " NEGATOR = OPERATOR(public.!==), RESTRICT = eqsel)"),
                List.of(
                    "CREATE OPERATOR public.!== (FUNCTION = public.f, LEFTARG = public.mood,"
                        + " RIGHTARG = public.mood, NEGATOR = OPERATOR(public.===))"),
                List.of("CREATE CAST (int AS public.mood) WITH FUNCTION public.g(int) AS IMPLICIT"),
                List.of("CREATE CAST (varchar AS public.mood) WITH INOUT AS ASSIGNMENT"),
                List.of(
                    "CREATE VIEW public.v AS SELECT a OPERATOR(public.===) 'sad' AS y FROM public.t"),
                List.of("COMMENT ON OPERATOR public.=== (public.mood, public.mood) IS 'alike'"),
                List.of("COMMENT ON OPERATOR public.=== (public.mood, public.mood) IS NULL"),
                List.of("COMMENT ON CAST (int AS public.mood) IS 'by number'"),
                List.of("COMMENT ON CAST (int AS public.mood) IS NULL"),
                List.of("ALTER TYPE public.mood RENAME TO feeling"),
                List.of("ALTER FUNCTION public.f RENAME TO ff"),
                List.of("ALTER FUNCTION public.g SET SCHEMA depot"),
                List.of(
                    "ALTER OPERATOR public.=== (public.feeling, public.feeling) SET SCHEMA depot"),
                List.of(
                    "ALTER OPERATOR depot.=== (public.feeling, public.feeling) SET (RESTRICT = NONE)"),
                List.of("ALTER SCHEMA depot RENAME TO store"),
                List.of("CREATE TYPE public.span AS RANGE (subtype = float8)"),
                List.of("DROP OPERATOR public.!== (public.feeling, public.feeling)"),
                List.of("DROP CAST (int AS public.feeling)"),
                List.of("DROP FUNCTION public.ff CASCADE"),
                List.of("DROP TYPE public.feeling CASCADE")));
    try (Connection replayer = server.migrator(database)) {
      follow(server, database, replayer, steps);
    } finally {
      server.dropDatabase(database);
    }
  }

  private static void follow(
      ScratchServer server, String database, Connection replayer, List<List<String>> steps)
      throws SQLException {
    try (Connection admin = server.admin(database);
        Connection full = server.admin(database);
        PostgresRecorder recorder = recorder(admin);
        Statement statement = replayer.createStatement()) {
      Map<Long, Long> numbers = new HashMap<>();
      for (List<String> step : steps) {
        replayer.setAutoCommit(step.size() == 1);
        for (String one : step) {
          statement.execute(one);
        }
        if (!replayer.getAutoCommit()) {
          replayer.commit();
        }
        Snapshot read = recorder.understand(recorder.fetch(), List.of()).snapshot();
        Snapshot whole = PostgresCatalog.read(full, CatalogScope.flyway());
        assertEquals(whole.schema(), read.schema(), () -> "after: " + step);
        same(whole, read, numbers, step);
        assertFalse(whole.toString().contains("hidden"), "a secret is read");
      }
    }
  }

  /** What has one identity on the server has one in the recorder, from the first step on. */
  private static void same(
      Snapshot whole, Snapshot read, Map<Long, Long> numbers, List<String> step) {
    for (int i = 0; i < whole.identities().size(); i++) {
      long number = read.identities().get(i);
      Long former = numbers.putIfAbsent(whole.identities().get(i), number);
      int at = i;
      assertTrue(
          former == null || former == number,
          () -> whole.schema().objects().get(at).ref() + " is another after: " + step);
    }
    assertEquals(numbers.size(), Set.copyOf(numbers.values()).size(), () -> "after: " + step);
  }

  private static PostgresRecorder recorder(Connection admin) throws SQLException {
    PostgresRecorder.install(admin);
    return PostgresRecorder.begin(admin, CatalogScope.flyway());
  }
}
