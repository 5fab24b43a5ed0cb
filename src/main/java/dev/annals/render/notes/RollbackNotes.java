package dev.annals.render.notes;

import dev.annals.model.history.Migration;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Undo;
import dev.annals.model.story.WayBack;
import dev.annals.render.html.Sentences;
import dev.annals.render.html.WayBackWords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** How to go back from a release: one line a migration, the last one first. */
final class RollbackNotes {

  private final Chronicle chronicle;
  private final Set<ObjectRef> old;

  /**
   * @param old the tables that were there before, whose rows a way back does not restore
   */
  RollbackNotes(Chronicle chronicle, Set<ObjectRef> old) {
    this.chronicle = chronicle;
    this.old = old;
  }

  List<String> lines(List<Integer> steps) {
    List<Integer> latestFirst = new ArrayList<>(steps);
    Collections.reverse(latestFirst);
    List<String> told = latestFirst.stream().map(this::words).toList();
    List<String> lines = new ArrayList<>();
    for (int i = 0, end; i < latestFirst.size(); i = end) {
      String words = told.get(i);
      end = i + 1;
      while (end < latestFirst.size() && told.get(end).equals(words)) {
        end++;
      }
      lines.add(names(latestFirst.subList(i, end)) + ": " + words);
    }
    return lines;
  }

  private String names(List<Integer> steps) {
    String first = name(steps.get(0));
    String last = name(steps.get(steps.size() - 1));
    return switch (steps.size()) {
      case 1 -> first;
      case 2 -> first + ", " + last;
      default -> first + " back to " + last + " (" + steps.size() + " migrations)";
    };
  }

  private String name(int step) {
    return MigrationNotes.name(chronicle.steps().get(step).step().migration());
  }

  private String words(int step) {
    WayBack way = WayBackWords.of(chronicle, step);
    StringBuilder line = new StringBuilder();
    if (!way.undo().path().isEmpty()) {
      line.append(Markdown.code(way.undo().path())).append(' ');
      line.append(Markdown.text(WayBackWords.tried(way.undo()))).append(". ");
    }
    if (!(way.undo() instanceof Undo.Restores)) {
      line.append(Markdown.text(Sentences.of(WayBackWords.generated(way)))).append(' ');
    }
    if (!way.notes().isEmpty()) {
      line.append('*')
          .append(Markdown.text(Sentences.of(WayBackWords.lost(way.notes()))))
          .append("* ");
    }
    Migration migration = chronicle.steps().get(step).step().migration();
    if (way.undo().path().isEmpty() && !new RowNotes(List.of(migration), old).lines().isEmpty()) {
      line.append("*Does not undo what it did to rows.*");
    }
    return line.toString().strip();
  }
}
