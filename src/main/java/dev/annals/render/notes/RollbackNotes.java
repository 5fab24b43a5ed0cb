package dev.annals.render.notes;

import dev.annals.model.change.Reversibility;
import dev.annals.model.history.Migration;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Undo;
import dev.annals.model.story.WayBack;
import dev.annals.render.html.Sentences;
import dev.annals.render.html.WayBackWords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How to go back from a release: one line a migration, the last one first. */
final class RollbackNotes {

  /** So many migrations are told one by one: more are a release's, or a jump over several. */
  private static final int MANY = 8;

  private final Chronicle chronicle;
  private final Set<ObjectRef> old;
  private final Map<Integer, Boolean> leaving = new HashMap<>();

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
    boolean many = steps.size() > MANY;
    List<String> lines = new ArrayList<>();
    for (int i = 0, end; i < latestFirst.size(); i = end) {
      end = i + 1;
      while (end < latestFirst.size() && together(latestFirst, i, end, many)) {
        end++;
      }
      List<Integer> together = latestFirst.subList(i, end);
      lines.add(names(together) + ": " + words(together));
    }
    return lines;
  }

  /** True where one line does for a step and for those that stand before it. */
  private boolean together(List<Integer> steps, int first, int at, boolean many) {
    return (many && isPlain(steps.get(first)) && isPlain(steps.get(at)))
        || words(List.of(steps.get(first))).equals(words(List.of(steps.get(at))));
  }

  /**
   * True where generated statements take a step back, and nothing is lost but what was written to
   * what it had made.
   */
  private boolean isPlain(int step) {
    WayBack way = WayBackWords.of(chronicle, step);
    return way.undo().path().isEmpty()
        && (way.statements().isEmpty() || way.grade() == Reversibility.EXACT)
        && way.statements().stream().noneMatch(statement -> statement.sql().isEmpty());
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

  private String words(List<Integer> steps) {
    int first = steps.get(0);
    WayBack way =
        steps.stream()
            .map(step -> WayBackWords.of(chronicle, step))
            .filter(each -> !each.statements().isEmpty())
            .findFirst()
            .orElse(WayBackWords.of(chronicle, first));
    StringBuilder line = new StringBuilder();
    if (!way.undo().path().isEmpty()) {
      line.append(Markdown.code(way.undo().path())).append(' ');
      line.append(Markdown.text(WayBackWords.tried(way.undo()))).append(". ");
    }
    if (!(way.undo() instanceof Undo.Restores)) {
      String generated = Markdown.text(Sentences.of(WayBackWords.generated(way)));
      line.append(steps.size() > 1 ? generated.replace(" it back", " them back") : generated);
      line.append(' ');
    }
    List<String> lost =
        steps.stream()
            .flatMap(step -> WayBackWords.of(chronicle, step).notes().stream())
            .distinct()
            .toList();
    if (!lost.isEmpty()) {
      line.append('*').append(Markdown.text(Sentences.of(WayBackWords.lost(lost)))).append("* ");
    }
    List<Integer> rows = steps.stream().filter(this::leavesRows).toList();
    if (!rows.isEmpty()) {
      line.append(
          rows.size() == steps.size()
              ? "*Does not undo what " + (steps.size() == 1 ? "it" : "they") + " did to rows.*"
              : "*Does not undo what "
                  + rows.stream().map(this::name).collect(Collectors.joining(", "))
                  + " did to rows.*");
    }
    return line.toString().strip();
  }

  private boolean leavesRows(int step) {
    return leaving.computeIfAbsent(step, this::changesRowsForGood);
  }

  private boolean changesRowsForGood(int step) {
    Migration migration = chronicle.steps().get(step).step().migration();
    return WayBackWords.of(chronicle, step).undo().path().isEmpty()
        && !new RowNotes(List.of(migration), old).lines().isEmpty();
  }
}
