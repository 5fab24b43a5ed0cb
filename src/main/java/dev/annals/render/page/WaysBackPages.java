package dev.annals.render.page;

import dev.annals.model.change.Reversibility;
import dev.annals.model.history.Migration;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Undo;
import dev.annals.model.story.WayBack;
import dev.annals.render.html.Sentences;
import dev.annals.render.html.SqlHighlighter;
import dev.annals.render.html.WayBackWords;
import dev.annals.render.page.Views.RollbackStep;
import dev.annals.render.page.Views.WayBackView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How to go back, on the pages of migrations and releases. */
final class WaysBackPages {

  /** What takes back the dump of a whole database is long; a page shows its beginning. */
  private static final int LINES = 400;

  private final Chronicle chronicle;
  private final Kit kit;

  WaysBackPages(Kit kit) {
    this.kit = kit;
    this.chronicle = kit.index().chronicle();
  }

  /** The way back from one step. */
  WayBackView view(int step) {
    WayBack way = WayBackWords.of(chronicle, step);
    Undo undo = way.undo();
    String script = WayBackWords.script(way);
    List<String> lines = script.lines().limit(LINES).toList();
    return new WayBackView(
        undo.path(),
        undo instanceof Undo.Differs ? "runs, but does not give the schema before:" : stopped(undo),
        undo instanceof Undo.Fails || undo instanceof Undo.Differs,
        details(undo),
        chronicle.undo().stream()
            .filter(migration -> migration.path().equals(undo.path()))
            .map(Migration::sql)
            .map(SqlHighlighter::html)
            .findFirst()
            .orElse(""),
        Sentences.of(WayBackWords.generated(way)),
        grade(way),
        SqlHighlighter.html(String.join("\n", lines)),
        (int) script.lines().count() - lines.size());
  }

  private static String stopped(Undo undo) {
    String text = WayBackWords.tried(undo);
    return text.isEmpty() || text.endsWith(".") ? text : text + ".";
  }

  private static List<String> details(Undo undo) {
    if (undo instanceof Undo.Differs differs) {
      return differs.differences();
    }
    return undo instanceof Undo.Restores restores ? restores.moved() : List.of();
  }

  private static String grade(WayBack way) {
    return way.statements().isEmpty() ? "" : way.grade().label();
  }

  /** The steps from the end of a release back to the one before, in the order to take them. */
  List<RollbackStep> plan(List<Integer> steps, String path) {
    List<Integer> latestFirst = new ArrayList<>(steps);
    Collections.reverse(latestFirst);
    return latestFirst.stream().map(step -> step(step, path)).toList();
  }

  private RollbackStep step(int step, String path) {
    WayBack way = WayBackWords.of(chronicle, step);
    boolean worth = way.undo() instanceof Undo.Restores;
    return new RollbackStep(
        kit.changes(path).migration(step),
        way.undo().path(),
        stopped(way.undo()),
        worth ? "" : Sentences.of(WayBackWords.generated(way)),
        way.grade() == Reversibility.EXACT ? "" : way.grade().label(),
        Sentences.of(WayBackWords.lost(way.notes())));
  }
}
