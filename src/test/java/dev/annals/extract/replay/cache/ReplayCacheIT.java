package dev.annals.extract.replay.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.extract.history.FileSet;
import dev.annals.extract.history.FlywayProject;
import dev.annals.extract.history.FlywaySettings;
import dev.annals.extract.history.Plan;
import dev.annals.extract.replay.Replay;
import dev.annals.extract.replay.SameHistory;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.extract.replay.server.ServerSettings;
import dev.annals.extract.replay.server.SharedServer;
import dev.annals.kept.Store;
import dev.annals.model.Problem;
import dev.annals.model.history.History;
import dev.annals.model.history.Observation;
import dev.annals.model.schema.Snapshot;
import dev.annals.model.witness.Probe;
import dev.annals.model.witness.Probe.How;
import dev.annals.model.witness.Side;
import dev.annals.model.witness.Trial;
import dev.annals.model.witness.Tried;
import dev.annals.packed.Packed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept is what a replay gives, whatever was done to it in between. */
class ReplayCacheIT {

  private static final List<String> SHOP =
      List.of(
          "CREATE ROLE keeper; CREATE TABLE a (id int PRIMARY KEY, n text, gone int);",
          "ALTER TABLE a RENAME COLUMN n TO name; CREATE VIEW v AS SELECT name FROM a;",
          "ALTER TABLE a DROP COLUMN gone; ALTER TABLE a ADD COLUMN gone int; ANALYZE a;",
          "CREATE TABLE b (a_id int REFERENCES a); GRANT SELECT ON b TO keeper;",
          "DROP VIEW v; CREATE VIEW v AS SELECT id, name FROM a; COMMENT ON VIEW v IS 'again';",
          "ALTER TABLE a RENAME TO c; CREATE TYPE mood AS ENUM ('good'); SELECT 1;");

  private static final String UNDO = "DROP TABLE b;";

  @TempDir Path folder;

  private final List<String> ran = new ArrayList<>();

  private static Plan plan(List<String> scripts) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i < scripts.size(); i++) {
      files.put("sql/V" + (i + 1) + "__s.sql", scripts.get(i).getBytes(StandardCharsets.UTF_8));
    }
    files.put("sql/U4__s.sql", UNDO.getBytes(StandardCharsets.UTF_8));
    return FlywayProject.resolve(
        new FileSet(files), new FlywaySettings("", List.of("sql"), Map.of()));
  }

  private History cached(List<String> scripts) {
    ran.clear();
    try (ReplayCache cache = ReplayCache.in(folder)) {
      return cache.history(
          SharedServer.get(), plan(scripts), (number, all, script) -> ran.add(script));
    }
  }

  private static History fresh(List<String> scripts) {
    return Replay.run(SharedServer.get(), plan(scripts), (number, all, script) -> {});
  }

  @Test
  void aKnownHistoryNeedsNoServer() {
    History first = cached(SHOP);
    assertEquals(SHOP.size(), ran.size());
    try (ReplayCache cache = ReplayCache.in(folder);
        ScratchServer server =
            ScratchServer.whenNeeded(
                ServerSettings.defaults(),
                note -> {},
                millis -> {
                  throw new AssertionError("a server was started");
                })) {
      SameHistory.same(first, cached(SHOP));
      assertEquals(List.of(), ran);
      List<Integer> other = new ArrayList<>();
      // the build of the server that is not started is that of the one that was
      SameHistory.same(
          first, cache.history(server, plan(SHOP), (number, all, script) -> other.add(number)));
      assertEquals(List.of(), other);
    }
    SameHistory.same(fresh(SHOP), first);
  }

  @Test
  void onlyWhatIsNewIsRecorded() {
    cached(SHOP.subList(0, 4));
    History all = cached(SHOP);
    assertEquals(List.of("V5__s.sql", "V6__s.sql"), ran);
    SameHistory.same(fresh(SHOP), all);
    SameHistory.same(all, cached(SHOP));
    SameHistory.same(fresh(SHOP.subList(0, 2)), cached(SHOP.subList(0, 2)));
    assertEquals(List.of(), ran);
  }

  @Test
  void anEditedMigrationMakesAllAfterItNew() {
    cached(SHOP);
    List<String> edited = new ArrayList<>(SHOP);
    edited.set(2, "ALTER TABLE a ADD COLUMN other int;");
    History history = cached(edited);
    assertEquals(4, ran.size());
    SameHistory.same(fresh(edited), history);
    SameHistory.same(fresh(SHOP), cached(SHOP));
    assertEquals(List.of(), ran);
  }

  @Test
  void damageIsFoundAndMended() throws IOException {
    History history = cached(SHOP);
    Random random = new Random(7);
    for (int round = 0; round < 12; round++) {
      List<Path> files = files();
      Path file = files.get(random.nextInt(files.size()));
      byte[] content = Files.readAllBytes(file);
      switch (round % 3) {
        case 0 -> content[random.nextInt(content.length)] ^= 1;
        case 1 -> content = new byte[0];
        default -> content = java.util.Arrays.copyOf(content, content.length / 2);
      }
      Files.write(file, content);
      SameHistory.same(history, cached(SHOP));
      assertEquals(files.size(), files().size());
    }
    SameHistory.same(history, cached(SHOP));
    assertEquals(List.of(), ran);
  }

  @Test
  void whatDoesNotFitIsNotBelieved() {
    History history = cached(SHOP.subList(0, 5));
    Plan plan = plan(SHOP);
    Store store = new Store(folder.resolve("replays"), Store.LIMIT);
    Chain chain = Chain.of(SharedServer.get().build(), plan);
    Snapshot wrong = history.steps().get(0).after();
    // whole, under the right key, and untrue
    store.put(
        chain.after(5),
        Packed.write(
            Structure.step(history.steps().get(3).after(), wrong, Observation.NOTHING, List.of())));
    SameHistory.same(fresh(SHOP), cached(SHOP));
    SameHistory.same(fresh(SHOP), cached(SHOP));
    assertEquals(List.of(), ran);
  }

  @Test
  void runsAtTheSameTimeAgree() {
    List<CompletableFuture<History>> runs =
        IntStream.range(0, 2)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          try (ReplayCache cache = ReplayCache.in(folder);
                              ScratchServer own =
                                  ScratchServer.embedded(ServerSettings.defaults(), note -> {})) {
                            return cache.history(own, plan(SHOP), (number, all, script) -> {});
                          }
                        }))
            .toList();
    SameHistory.same(runs.get(0).join(), runs.get(1).join());
    SameHistory.same(runs.get(0).join(), cached(SHOP));
    assertEquals(List.of(), ran);
  }

  @Test
  void answersAreKeptWithTheirQuestions() {
    Plan plan = plan(SHOP);
    Probe name = new Probe(Side.READER, "", List.of(), "SELECT name FROM a", How.LOOK_UP, "");
    Probe old = new Probe(Side.READER, "", List.of(), "SELECT n FROM a", How.LOOK_UP, "");
    List<Trial> trials = List.of(Trial.of(1, 2, List.of(old)), Trial.of(5, 6, List.of(name, old)));
    List<Integer> asked = new ArrayList<>();
    try (ReplayCache cache = ReplayCache.in(folder)) {
      List<List<Tried>> first =
          cache.tried(SharedServer.get(), plan, trials, (at, all, script) -> asked.add(at));
      assertTrue(first.get(0).get(0).before().worked() && !first.get(0).get(0).after().worked());
      assertEquals(List.of(1, 2, 5, 6), asked);
      asked.clear();
      assertEquals(
          first, cache.tried(SharedServer.get(), plan, trials, (at, all, script) -> asked.add(at)));
      assertEquals(List.of(), asked);
      List<Trial> more = List.of(trials.get(0), Trial.of(2, 3, List.of(name)));
      cache.tried(SharedServer.get(), plan, more, (at, all, script) -> asked.add(at));
      assertEquals(List.of(2, 3), asked);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void whatRanBeforeAMigrationThatFailsIsKept() {
    List<String> broken = new ArrayList<>(SHOP);
    broken.set(4, "DROP VIEW nothing;");
    assertThrows(Problem.class, () -> cached(broken));
    assertEquals(5, ran.size());
    History mended = cached(SHOP);
    assertEquals(List.of("V5__s.sql", "V6__s.sql"), ran.stream().map(this::name).toList());
    SameHistory.same(fresh(SHOP), mended);
  }

  private String name(String script) {
    return script.substring(script.lastIndexOf('/') + 1);
  }
}
