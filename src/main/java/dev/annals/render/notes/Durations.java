package dev.annals.render.notes;

import dev.annals.model.history.Migration;
import dev.annals.model.story.Environment;
import dev.annals.model.story.JudgedStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How long the migrations of a release took where they have run: one line an environment. */
public final class Durations {

  private static final long SECOND = 1000;

  private Durations() {}

  static List<String> lines(List<Environment> environments, List<JudgedStep> steps) {
    Set<String> scripts = new HashSet<>();
    for (JudgedStep step : steps) {
      Migration migration = step.step().migration();
      scripts.add(migration.script());
    }
    List<String> lines = new ArrayList<>();
    for (Environment environment : environments) {
      long all = 0;
      int run = 0;
      Environment.Applied longest = null;
      for (Environment.Applied applied : environment.applied()) {
        String script = applied.script().substring(applied.script().lastIndexOf('/') + 1);
        if (scripts.contains(script) && applied.millis() >= 0) {
          all += applied.millis();
          run++;
          longest = longest == null || applied.millis() > longest.millis() ? applied : longest;
        }
      }
      if (longest != null) {
        lines.add(
            "%s: %d of %d migrations took %s, the longest %s %s"
                .formatted(
                    Markdown.code(environment.name()),
                    run,
                    steps.size(),
                    time(all),
                    Markdown.code(longest.script()),
                    time(longest.millis())));
      }
    }
    return lines;
  }

  /** How long, in words: {@code 540 ms}, {@code 1.2 s}, {@code 9 min}. */
  public static String time(long millis) {
    return millis < SECOND
        ? millis + " ms"
        : millis < 120 * SECOND
            ? String.format(Locale.ROOT, "%.1f s", millis / 1000.0)
            : millis / 60 / SECOND + " min";
  }
}
