package dev.annals.judge.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.extract.replay.server.SharedServer;
import dev.annals.judge.rules.ExampleReplay.Judged;
import dev.annals.model.change.Lock;
import dev.annals.model.change.Verdict;
import dev.annals.model.change.Work;
import dev.annals.model.history.Observation;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.story.RulePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every rule's example, replayed on a real server: the verdicts are those of {@code expected.txt},
 * the server took the locks and did the work that the rules claim, and {@code safer.sql} reaches
 * the same schema with less.
 *
 * <p>{@code -Dgolden.update=true} writes {@code expected.txt} anew; {@code -Dexamples.major=18}
 * asks another major than the bundled one.
 */
class RuleExamplesIT {

  private static final Path FOLDERS = Path.of("examples/rules");

  /** The server scans tables for a domain without a message (typecmds.c). */
  private static final Set<String> UNSEEN =
      Set.of("domain-check-added", "domain-check-changed", "domain-not-null-changed");

  @TestFactory
  Stream<DynamicTest> examples() {
    return RulePages.all().stream()
        .map(page -> DynamicTest.dynamicTest(page.id(), () -> check(page)));
  }

  private static void check(RulePage page) throws IOException {
    ScratchServer server = SharedServer.available(major(page.before()));
    ExampleReplay example = ExampleReplay.of(server, page.before(), page.migration());
    Judged judged = example.judged().get(0);
    String found = judged.claims().stream().map(RuleExamplesIT::line).collect(Collectors.joining());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(FOLDERS.resolve(page.id()).resolve("expected.txt"), found);
    } else {
      assertEquals(page.expected(), found);
    }
    assertTrue(
        judged.claims().stream().anyMatch(verdict -> verdict.rule().equals(page.id())),
        "its own rule does not speak:\n" + found);
    if (!Boolean.getBoolean("golden.update")) {
      assertEquals(
          MeasuredTable.read().cell(page.id(), server.major()),
          MeasuredTable.cell(judged),
          "what MEASURED.md says, and what was seen");
    }
    if (!judged.seen().equals(Observation.NOTHING)) {
      assertEquals(claimed(judged), seen(judged), "what the rules claim, and what was seen");
    }
    if (!page.safer().isEmpty()) {
      checkSafer(page, judged, example, ExampleReplay.of(server, page.before(), page.safer()));
    }
  }

  /** The safer way ends at the same schema, and no step of it is as bad as the one way. */
  private static void checkSafer(
      RulePage page, Judged bad, ExampleReplay example, ExampleReplay safer) {
    assertEquals(objects(example), objects(safer), "the schema in the end");
    Verdict worst = own(page, bad).get(0);
    for (Judged step : safer.judged()) {
      for (Verdict verdict : own(page, step)) {
        boolean lighter =
            verdict.level().compareTo(worst.level()) < 0
                || lock(step).compareTo(lock(bad)) < 0
                || (work(bad).containsAll(work(step)) && !work(bad).equals(work(step)));
        assertTrue(lighter, "the safer way is as bad: " + line(verdict));
      }
    }
    assertFalse(page.safer().isBlank());
  }

  private static List<Verdict> own(RulePage page, Judged judged) {
    return judged.claims().stream().filter(verdict -> verdict.rule().equals(page.id())).toList();
  }

  private static Set<String> objects(ExampleReplay replay) {
    return replay.last().objects().stream()
        .map(object -> object.ref() + " " + withoutPlace(object))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String withoutPlace(SchemaObject object) {
    return object.properties().values().toString().replaceAll("POSITION=\\d+, ", "");
  }

  /** Short locks of readers and writers are of no interest, and are not recorded. */
  static String claimed(Judged judged) {
    Lock lock = judged.claims().stream().map(Verdict::lock).reduce(Lock.NONE, Lock::or);
    Set<Work> work = new TreeSet<>();
    judged.claims().stream()
        .filter(verdict -> !isUnseen(verdict))
        .forEach(verdict -> work.addAll(verdict.work()));
    boolean told =
        judged.seen().transactional() && lock.compareTo(Lock.SHARE_UPDATE_EXCLUSIVE) >= 0;
    return (told ? lock : Lock.NONE) + " " + work;
  }

  private static boolean isUnseen(Verdict verdict) {
    return UNSEEN.contains(verdict.rule()) || verdict.summary().startsWith("domain constraint ");
  }

  static String seen(Judged judged) {
    return lock(judged) + " " + work(judged);
  }

  static Lock lock(Judged judged) {
    return judged.seen().locks().values().stream().reduce(Lock.NONE, Lock::or);
  }

  static Set<Work> work(Judged judged) {
    Set<Work> work = new TreeSet<>();
    judged.seen().work().values().forEach(work::addAll);
    return work;
  }

  /** {@code rule level readers=… writers=… data=… lock=… work=… reversible=… | summary}. */
  static String line(Verdict verdict) {
    String work = verdict.work().stream().map(item -> word(item)).collect(Collectors.joining("+"));
    return String.join(
            " ",
            verdict.rule(),
            word(verdict.level()),
            "readers=" + word(verdict.readers()),
            "writers=" + word(verdict.writers()),
            "data=" + word(verdict.data()),
            "lock=" + word(verdict.lock()),
            "work=" + (work.isEmpty() ? "none" : work),
            "reversible=" + word(verdict.reversibility()),
            "|",
            verdict.summary())
        + "\n";
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The major that is asked for, or the one that the example needs if that is newer. */
  static int major(String before) {
    return Math.max(
        needed(before), Integer.getInteger("examples.major", SharedServer.get().major()));
  }

  /** The major that the example needs; 0 where any will do. */
  static int needed(String before) {
    String sign = "-- server: ";
    return before.startsWith(sign)
        ? Integer.parseInt(before.substring(sign.length()).lines().findFirst().orElse("").trim())
        : 0;
  }
}
