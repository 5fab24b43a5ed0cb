package dev.annals.render.notes;

import dev.annals.model.history.Migration;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Undo;
import dev.annals.model.story.WayBack;
import dev.annals.render.html.Sentences;
import dev.annals.render.html.WayBackWords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How to go back from a release: one line a migration, the last one first. */
final class RollbackNotes {

  private final Chronicle chronicle;

  RollbackNotes(Chronicle chronicle) {
    this.chronicle = chronicle;
  }

  List<String> lines(List<Integer> steps) {
    List<Integer> latestFirst = new ArrayList<>(steps);
    Collections.reverse(latestFirst);
    return latestFirst.stream().map(this::line).toList();
  }

  private String line(int step) {
    Migration migration = chronicle.steps().get(step).step().migration();
    WayBack way = WayBackWords.of(chronicle, step);
    StringBuilder line = new StringBuilder(Markdown.code(migration.name())).append(": ");
    if (!way.undo().path().isEmpty()) {
      line.append(Markdown.code(way.undo().path())).append(' ');
      line.append(Markdown.text(WayBackWords.tried(way.undo()))).append(". ");
    }
    if (!(way.undo() instanceof Undo.Restores)) {
      line.append(Markdown.text(Sentences.of(WayBackWords.generated(way)))).append(' ');
    }
    if (!way.notes().isEmpty()) {
      line.append('*')
          .append(Markdown.text(Sentences.of(WayBackWords.few(way.notes()))))
          .append('*');
    }
    return line.toString().strip();
  }
}
