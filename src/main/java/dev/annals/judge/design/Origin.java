package dev.annals.judge.design;

import dev.annals.model.change.Change;
import dev.annals.model.history.Migration;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Property;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Lifeline;
import dev.annals.model.story.Release;
import dev.annals.script.WholeWord;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
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
   * @param scripts the lines of each step's migration
   * @param words by which a line can be known where it does not name the thing: its first column
   */
  static Origin of(
      Lifeline life,
      List<String> words,
      Set<Property> because,
      List<JudgedStep> steps,
      List<Release> releases,
      IntFunction<ScriptLines> scripts) {
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
        line(scripts.apply(step), life, words),
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
  private static int line(ScriptLines script, Lifeline life, List<String> words) {
    List<Integer> exact = script.making(life.names());
    if (!exact.isEmpty()) {
      return exact.get(0);
    }
    List<Integer> around = script.around(life.names());
    List<String> names = life.names().stream().map(ObjectRef::name).toList();
    return Stream.of(names, words)
        .flatMap(each -> around.stream().flatMap(line -> naming(line, script, each)))
        .findFirst()
        .orElse(around.isEmpty() ? 0 : around.get(0));
  }

  /** The line of a statement that names it. */
  private static Stream<Integer> naming(int start, ScriptLines script, List<String> names) {
    List<String> lines = script.statement(start);
    List<WholeWord> words = names.stream().map(WholeWord::of).toList();
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i);
      if (words.stream().anyMatch(word -> names(text, word))) {
        return Stream.of(start + i);
      }
    }
    return Stream.empty();
  }

  private static boolean names(String text, WholeWord word) {
    OptionalInt at = word.in(text);
    int comment = text.indexOf("--");
    return at.isPresent() && (comment < 0 || at.getAsInt() < comment);
  }
}
