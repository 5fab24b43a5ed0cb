package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.annals.judge.Histories;
import dev.annals.judge.Judge;
import dev.annals.judge.JudgeSettings;
import dev.annals.judge.JudgedBefore;
import dev.annals.kept.Store;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Level;
import dev.annals.model.history.Commit;
import dev.annals.model.history.Cut;
import dev.annals.model.history.History;
import dev.annals.model.schema.Namespace;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Snapshot;
import dev.annals.model.story.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a release is told again only where all that decides about it is the same. */
class KeptReleasesTest {

  private static final JudgeSettings SETTINGS = JudgeSettings.DEFAULT;

  private final History history =
      new Histories().then(schemas("a")).then(schemas("a", "b")).then(schemas("a", "c")).done();

  @TempDir Path folder;
  private Store store;
  private final List<String> made = new ArrayList<>();

  @BeforeEach
  void store() {
    store = new Store(folder, 1_000_000);
  }

  private static Optional<String> steps(int number) {
    return Optional.of("s" + number);
  }

  private static Snapshot schemas(String... names) {
    return Snapshot.of(Schema.of(Stream.of(names).map(KeptReleasesTest::namespace).toList()));
  }

  private static Namespace namespace(String name) {
    return new Namespace(name, "");
  }

  private Cut cut(String name, int through) {
    return cut(name, through, history.steps().get(through).after());
  }

  private static Cut cut(String name, int through, Snapshot schema) {
    return new Cut(name, "", "", new Commit("of " + name, "", "", ""), through, schema, List.of());
  }

  private KeptReleases kept(JudgeSettings settings, String tags) {
    return kept(settings, tags, KeptReleasesTest::steps);
  }

  private KeptReleases kept(
      JudgeSettings settings, String tags, IntFunction<Optional<String>> steps) {
    return new KeptReleases(store, settings, tags, history, steps);
  }

  /** The releases, with what had to be judged for them in {@link #made}. */
  private List<Release> releases(KeptReleases kept, List<Cut> cuts, JudgeSettings settings) {
    made.clear();
    JudgedBefore noting =
        (before, held, cut, step, maker) ->
            kept.changes(
                before,
                held,
                cut,
                step,
                () -> {
                  made.add(cut.name());
                  return maker.get();
                });
    List<Release> releases = Judge.of(history, cuts, settings, noting).past(List.of()).releases();
    assertEquals(Judge.of(history, cuts, settings).past(List.of()).releases(), releases);
    return releases;
  }

  private static List<JudgedChange> changes(List<Release> releases) {
    return releases.stream().flatMap(release -> release.changes().stream()).toList();
  }

  private void assertMade(List<String> names, KeptReleases kept, List<Cut> cuts) {
    assertFalse(releases(kept, cuts, SETTINGS).isEmpty());
    assertEquals(names, made);
  }

  @Test
  void whatWasJudgedIsNotJudgedAgain() {
    List<Cut> cuts = List.of(cut("1", 0), cut("2", 1));
    assertMade(List.of("1", "2", Release.UNRELEASED), kept(SETTINGS, "t"), cuts);
    // what is unreleased has no commit, but its schema is that of a step
    assertMade(List.of(), kept(SETTINGS, "t"), cuts);
    // a release more, between others: those before it stay
    List<Cut> more = List.of(cut("1", 0), cut("2", 1), cut("3", 2));
    assertMade(List.of(), kept(SETTINGS, "t"), more);
    assertMade(List.of("2"), kept(SETTINGS, "t"), List.of(cut("2", 1), cut("3", 2)));
  }

  @Test
  void anythingElseMakesItAnother() {
    List<Cut> cuts = List.of(cut("1", 0), cut("2", 1), cut("3", 2));
    List<String> all = List.of("1", "2", "3");
    assertMade(all, kept(SETTINGS, "t"), cuts);
    assertMade(all, kept(SETTINGS, "other tags"), cuts);
    List<JudgedChange> theirs = changes(releases(kept(SETTINGS, "t"), cuts, SETTINGS));
    Map<String, JudgeSettings.OwnLevel> levels = new HashMap<>();
    theirs.forEach(
        judged ->
            levels.put(
                judged.verdict().rule(), new JudgeSettings.OwnLevel(Level.BREAKING, "ours")));
    JudgeSettings own = SETTINGS.withOverrides(levels);
    assertNotEquals(theirs, changes(releases(kept(own, "t"), cuts, own)));
    assertEquals(all, made);
    IntFunction<Optional<String>> edited = number -> Optional.of(number > 1 ? "e" : "s" + number);
    assertMade(List.of("2", "3"), kept(SETTINGS, "t", edited), cuts);
    assertMade(all, kept(SETTINGS, "t", number -> Optional.empty()), cuts);
  }

  @Test
  void aSchemaOfItsOwnIsKnownByItsCommit() {
    List<Cut> cuts = List.of(cut("1", 0, schemas("x")), cut("2", 1));
    assertMade(List.of("1", "2", Release.UNRELEASED), kept(SETTINGS, "t"), cuts);
    assertMade(List.of(), kept(SETTINGS, "t"), cuts);
    // the same step, its own schema: another release, as is the one after it
    List<Cut> plain = List.of(cut("1", 0), cut("2", 1));
    assertMade(List.of("1", "2"), kept(SETTINGS, "t"), plain);
    List<Cut> other = List.of(cut("1b", 0, schemas("y")), cut("2", 1));
    assertMade(List.of("1b", "2"), kept(SETTINGS, "t"), other);
    Cut unknown = new Cut("1", "", "", Commit.UNKNOWN, 0, schemas("z"), List.of());
    for (int i = 0; i < 2; i++) {
      assertMade(List.of("1", "2"), kept(SETTINGS, "t"), List.of(unknown, cut("2", 1)));
    }
  }

  @Test
  void whatIsDamagedIsJudgedAgain() throws IOException {
    List<Cut> cuts = List.of(cut("1", 0), cut("2", 2));
    assertMade(List.of("1", "2"), kept(SETTINGS, "t"), cuts);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1]++;
        Files.write(file, bytes);
      }
    }
    assertMade(List.of("1", "2"), kept(SETTINGS, "t"), cuts);
    assertMade(List.of(), kept(SETTINGS, "t"), cuts);
  }
}
