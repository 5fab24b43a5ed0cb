package dev.annals.extract.replay.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.extract.catalog.postgresql.NastySteps;
import dev.annals.extract.history.FileSet;
import dev.annals.extract.history.FlywayProject;
import dev.annals.extract.history.FlywaySettings;
import dev.annals.extract.history.Plan;
import dev.annals.extract.replay.Replay;
import dev.annals.extract.replay.SameHistory;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.extract.replay.server.ServerSettings;
import dev.annals.extract.replay.server.SharedServer;
import dev.annals.kept.Key;
import dev.annals.kept.Store;
import dev.annals.model.history.History;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replay that goes on from a kept database gives what one from the beginning gives. */
class KeptDatabasesIT {

  /** What each leaves to the next, in the session, in the database and on the server. */
  private static final List<String> LEAVING =
      List.of(
          "CREATE ROLE keeper; CREATE TABLE a (id serial); GRANT SELECT ON a TO keeper, provided;",
          """
          SET app.tenant = 'x';
          SELECT set_config('app.other', 'y', false), set_config('search_path', 'public, other', false);
          SET statement_timeout = '1h';
          CREATE SCHEMA other;
          DO $$ BEGIN
            EXECUTE format('ALTER DATABASE %I SET work_mem = ''9MB''', current_database());
          END $$;
          INSERT INTO a SELECT FROM generate_series(1, 7);
          """,
          """
          DO $$ BEGIN
            EXECUTE format('CREATE TABLE %I (id int)', left(concat_ws(' ', current_setting('app.tenant'),
              current_setting('app.other'), current_setting('app.init'), current_setting('work_mem'),
              current_setting('statement_timeout'), current_setting('search_path'), (SELECT count(*) FROM calls),
              (SELECT max(id) FROM a), (SELECT setconfig::text FROM pg_db_role_setting)), 63));
          END $$;
          """,
          "GRANT SELECT ON a TO provided; ALTER ROLE keeper RENAME TO finder; CREATE SCHEMA keeper;",
          "GRANT USAGE ON SCHEMA keeper TO finder; RESET app.tenant; RESET search_path;",
          "DO $$ BEGIN EXECUTE format('CREATE TABLE public.%I (id int)', concat("
              + "current_setting('search_path'), '+', current_setting('app.tenant', true))); END $$;");

  @TempDir Path folder;

  private final AtomicInteger servers = new AtomicInteger();
  private boolean trust;
  private long room = Store.LIMIT;

  private static Plan plan(List<String> scripts) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i < scripts.size(); i++) {
      put(files, "V" + (i + 1) + "__s.sql", scripts.get(i));
    }
    put(files, "beforeMigrate.sql", "CREATE TABLE IF NOT EXISTS calls (n int);");
    put(files, "afterEachMigrate.sql", "INSERT INTO public.calls VALUES (1);");
    put(files, "U5__s.sql", "REVOKE USAGE ON SCHEMA keeper FROM finder; DROP TABLE public.a;");
    return FlywayProject.resolve(
        new FileSet(files),
        new FlywaySettings("", List.of("sql"), Map.of("flyway.initSql", "SET app.init = 'z'")));
  }

  private static void put(SortedMap<String, byte[]> files, String name, String text) {
    files.put("sql/" + name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static History fresh(List<String> scripts) {
    return Replay.run(SharedServer.get(), plan(scripts), (number, all, script) -> {});
  }

  /** On a server of its own, which knows nothing of former ones. */
  private History cached(List<String> scripts) {
    return cached(scripts, 0);
  }

  private History cached(List<String> scripts, long worth) {
    servers.set(0);
    ServerSettings settings = ServerSettings.defaults().withTrust(trust);
    try (ScratchServer server =
            ScratchServer.whenNeeded(settings, note -> {}, millis -> servers.incrementAndGet());
        ReplayCache cache = ReplayCache.in(folder, worth, room)) {
      return cache.history(server, plan(scripts), (number, all, script) -> {});
    }
  }

  /**
   * The same, announced before it is asked for.
   *
   * @param place of the project
   * @param early whether a server is to have started before it is asked for
   * @param all how many are to have started in the end
   */
  private History expected(String place, List<String> scripts, boolean early, int all)
      throws InterruptedException {
    servers.set(0);
    try (ScratchServer server =
            ScratchServer.whenNeeded(
                ServerSettings.defaults(), note -> {}, millis -> servers.incrementAndGet());
        ReplayCache cache = ReplayCache.in(folder, 0, room)) {
      cache.expect(server, place, String.join(";", scripts));
      for (int i = 0; early && servers.get() == 0 && i < 3000; i++) {
        Thread.sleep(10);
      }
      assertEquals(early ? 1 : 0, servers.get());
      History history = cache.history(server, plan(scripts), (number, of, script) -> {});
      assertEquals(all, servers.get());
      return history;
    }
  }

  @Test
  void theServerForWhatIsNewStartsBeforeItIsRead() throws InterruptedException {
    List<String> more = with(LEAVING, "CREATE TABLE public.b (id int);");
    expected("here", LEAVING, false, 1);
    expected("here", LEAVING, false, 0);
    SameHistory.same(fresh(more), expected("here", more, true, 1));
    SameHistory.same(fresh(more), expected("here", more, false, 0));
    // files that were replayed somewhere else need no server here, and others are another project's
    expected("there", LEAVING, false, 0);
    List<String> other = with(LEAVING, "CREATE TABLE public.c (id int);");
    SameHistory.same(fresh(other), expected("nowhere", other, false, 1));
  }

  @Test
  void aServerThatStartedFromTheWrongDatabaseIsOfNoUse() throws InterruptedException {
    expected("here", LEAVING, false, 1);
    List<String> edited = new ArrayList<>(LEAVING);
    edited.set(4, "CREATE TABLE public.d (id int);");
    SameHistory.same(fresh(edited), expected("here", edited, true, 2));
    SameHistory.same(fresh(LEAVING), expected("here", LEAVING, false, 0));
  }

  private List<Path> kept() throws IOException {
    return files(folder.resolve("databases"));
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /**
   * What is read is marked as used where that was long ago; what is of no use is not there then.
   */
  private History resumed(List<String> scripts) throws IOException {
    List<Path> before = kept();
    Instant old = Instant.now().minus(Duration.ofDays(2));
    for (Path each : before) {
      Files.setLastModifiedTime(each, FileTime.from(old));
    }
    History history = cached(scripts);
    assertEquals(1, servers.get());
    assertTrue(kept().containsAll(before));
    int used = 0;
    for (Path each : before) {
      used += Files.getLastModifiedTime(each).toInstant().isAfter(old.plusSeconds(60)) ? 1 : 0;
    }
    assertEquals(1, used);
    return history;
  }

  private static List<String> with(List<String> scripts, String last) {
    List<String> all = new ArrayList<>(scripts);
    all.add(last);
    return all;
  }

  @Test
  void whereverItGoesOnTheHistoryIsTheSame() throws IOException {
    List<String> scripts =
        NastySteps.of(SharedServer.get().major()).stream()
            .map(step -> String.join(";\n", step))
            .filter(step -> !step.contains("REINDEX"))
            .toList();
    for (int cut : List.of(1, 41, scripts.size() - 1)) {
      History some = cached(scripts.subList(0, cut));
      assertFalse(kept().isEmpty(), "after " + cut);
      SameHistory.same(some, cached(scripts.subList(0, cut)));
      assertEquals(0, servers.get());
    }
    SameHistory.same(fresh(scripts), resumed(scripts));
    List<String> other = with(scripts.subList(0, 41), "SELECT 1;");
    SameHistory.same(fresh(other), resumed(other));
  }

  @Test
  void whatMigrationsLeaveToOneAnotherIsThere() throws IOException {
    for (int cut = 1; cut < LEAVING.size(); cut++) {
      cached(LEAVING.subList(0, cut));
      assertEquals(cut, kept().size());
      List<String> more = LEAVING.subList(0, cut + 1);
      SameHistory.same(fresh(more), resumed(more));
    }
  }

  @Test
  void whatOnlyASessionHasIsNotKept() throws IOException {
    List<String> scripts =
        List.of(
            "CREATE TEMP TABLE t AS SELECT 1 AS one;",
            "CREATE TABLE x AS SELECT * FROM t;",
            "DROP TABLE pg_temp.t; CREATE UNLOGGED TABLE u (id int);",
            "INSERT INTO u VALUES (1);");
    for (int all = 1; all <= 4; all++) {
      SameHistory.same(fresh(scripts.subList(0, all)), cached(scripts.subList(0, all)));
      assertEquals(all > 2 ? 1 : 0, kept().size(), "after " + all);
    }
  }

  @Test
  void whereASessionIsMissedAllRunsOnceMore() throws IOException {
    List<String> scripts =
        List.of(
            "CREATE SEQUENCE s; SELECT nextval('s');",
            "DO $$ BEGIN EXECUTE 'CREATE TABLE t' || currval('s') || ' ()'; END $$;");
    cached(scripts.subList(0, 1));
    assertEquals(1, kept().size());
    SameHistory.same(fresh(scripts), cached(scripts));
    assertEquals(2, servers.get());
  }

  @Test
  void damageIsFoundAndTheOrdinaryWayTaken() throws IOException {
    History expected = fresh(LEAVING);
    for (int round = 0; round < 4; round++) {
      for (Path each : files(folder)) {
        Files.delete(each);
      }
      cached(LEAVING.subList(0, 4));
      Path file = kept().get(0);
      byte[] content = Files.readAllBytes(file);
      switch (round) {
        case 0 -> content[content.length / 2] ^= 1;
        case 1 -> content = new byte[0];
        case 2 -> content = Arrays.copyOf(content, content.length / 2);
        default -> content = whole(content);
      }
      Files.write(file, content);
      SameHistory.same(expected, cached(LEAVING));
      assertFalse(kept().contains(file), "round " + round);
    }
  }

  /** As if it had been written so: what it says is the trouble. */
  private byte[] whole(byte[] content) throws IOException {
    Path other = folder.resolve("other");
    new Store(other, Store.LIMIT)
        .put(Key.of("x"), out -> out.write(content, 0, content.length / 2));
    return Files.readAllBytes(files(other).get(0));
  }

  @Test
  void twoAtOnceGoOnFromTheSame() {
    List<String> some = LEAVING.subList(0, 3);
    cached(some);
    List<List<String>> two = List.of(with(some, "SELECT 1;"), with(some, "CREATE TABLE z ();"));
    List<CompletableFuture<History>> runs =
        two.stream().map(each -> CompletableFuture.supplyAsync(() -> cached(each))).toList();
    for (int i = 0; i < two.size(); i++) {
      SameHistory.same(fresh(two.get(i)), runs.get(i).join());
    }
  }

  @Test
  void anotherServerHasItsOwnAndATrustedOneNone() throws IOException {
    cached(LEAVING.subList(0, 2));
    List<Path> kept = kept();
    trust = true;
    cached(LEAVING.subList(0, 3));
    assertEquals(kept, kept());
    trust = false;
    resumed(LEAVING.subList(0, 3));
    assertEquals(2, kept().size());
  }

  @Test
  void whatIsNearAnotherIsNotKept() throws IOException {
    cached(LEAVING.subList(0, 2));
    cached(LEAVING.subList(0, 4), 100);
    assertEquals(1, kept().size());
  }

  @Test
  void theLongestUnusedGoesWhereThereIsNoRoom() throws IOException {
    cached(LEAVING.subList(0, 1));
    Path first = kept().get(0);
    Files.setLastModifiedTime(first, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    room = Files.size(first) * 3 / 2;
    cached(List.of("CREATE TABLE other (id int);"));
    assertEquals(1, kept().size());
    assertFalse(kept().contains(first));
  }
}
