package dev.annals.judge.design;

import dev.annals.model.change.Change;
import dev.annals.model.history.Migration;
import dev.annals.model.history.Observation;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Property;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Lifeline;
import dev.annals.model.story.Release;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where something came from.
 *
 * @param path the migration's file; empty where it was there before the first
 * @param line the line that brought it; 0 where it cannot be told
 * @param migration the migration's name
 * @param release the first release that has it; empty where each migration is one
 */
record Origin(String path, int line, String migration, String release) {

  static final Origin UNKNOWN = new Origin("", 0, "", "");

  /**
   * Where it came from.
   *
   * @param words by which a line can be known where it does not name the thing: its first column
   */
  static Origin of(
      Lifeline life,
      List<String> words,
      Set<Property> because,
      List<JudgedStep> steps,
      List<Release> releases) {
    int step = life.born();
    for (Lifeline.Event event : life.events()) {
      Change change = steps.get(event.step()).changes().get(event.change()).change();
      if (change instanceof Change.Altered altered && because.contains(altered.property())) {
        step = event.step();
      }
    }
    if (step < 0) {
      return UNKNOWN;
    }
    Migration migration = steps.get(step).step().migration();
    return new Origin(
        migration.path(),
        line(steps.get(step).step().observation(), migration, life, words),
        migration.name(),
        release(step, migration.name(), releases));
  }

  private static String release(int step, String migration, List<Release> releases) {
    return releases.stream()
        .filter(release -> release.steps().contains(step))
        .map(release -> release.cut().name())
        .filter(name -> !name.equals(migration))
        .findFirst()
        .orElse("");
  }

  /** The line that names it, within the statements that can have brought it. */
  private static int line(
      Observation seen, Migration migration, Lifeline life, List<String> words) {
    List<Integer> exact =
        seen.statements().stream()
            .filter(each -> each.tag().startsWith("CREATE") || each.tag().startsWith("ALTER"))
            .filter(each -> each.touched().stream().anyMatch(life.names()::contains))
            .map(Observation.Statement::line)
            .distinct()
            .toList();
    if (!exact.isEmpty()) {
      return exact.get(0);
    }
    List<Integer> around =
        seen.statements().stream()
            .filter(each -> each.touched().stream().anyMatch(ref -> isOwner(ref, life)))
            .map(Observation.Statement::line)
            .distinct()
            .toList();
    List<String> names = life.names().stream().map(ObjectRef::name).toList();
    return Stream.of(names, words)
        .flatMap(each -> around.stream().flatMap(line -> naming(line, seen, migration, each)))
        .findFirst()
        .orElse(around.isEmpty() ? 0 : around.get(0));
  }

  private static boolean isOwner(ObjectRef touched, Lifeline life) {
    return life.names().stream()
        .anyMatch(
            ref ->
                touched.parent().isEmpty()
                    && touched.schema().equals(ref.schema())
                    && touched.name().equals(ref.owner()));
  }

  /** The line of a statement that names it. */
  private static Stream<Integer> naming(
      int start, Observation seen, Migration migration, List<String> names) {
    List<String> lines = migration.sql().lines().toList();
    int end =
        seen.statements().stream()
            .mapToInt(Observation.Statement::line)
            .filter(line -> line > start)
            .min()
            .orElse(lines.size() + 1);
    for (int line = start; line > 0 && line < end && line <= lines.size(); line++) {
      String text = lines.get(line - 1);
      if (names.stream().anyMatch(name -> names(text, name))) {
        return Stream.of(line);
      }
    }
    return Stream.empty();
  }

  private static boolean names(String text, String name) {
    Matcher matcher =
        Pattern.compile(
                "(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .matcher(text);
    int comment = text.indexOf("--");
    return matcher.find() && (comment < 0 || matcher.start() < comment);
  }
}
