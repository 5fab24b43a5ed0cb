package dev.annals.render.page;

import dev.annals.model.change.Change;
import dev.annals.model.history.Observation;
import dev.annals.model.history.Step;
import dev.annals.model.schema.Dotted;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Which lines of a migration begin the statements that made a change, as the server told. */
final class ChangeLines {

  /** More lines than these say less. */
  private static final int MOST = 3;

  private final List<Observation.Statement> statements = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  /**
   * @param shown lines that the page shows; statements below them are not pointed at
   */
  ChangeLines(Step step, int shown) {
    List<String> lines = step.migration().sql().lines().limit(shown).toList();
    TreeSet<Integer> starts = new TreeSet<>();
    step.observation().statements().forEach(each -> starts.add(each.line()));
    for (Observation.Statement each : step.observation().statements()) {
      if (each.line() >= 1 && each.line() <= lines.size()) {
        Integer next = starts.higher(each.line());
        int end = next == null ? lines.size() : Math.min(next - 1, lines.size());
        statements.add(each);
        texts.add(String.join("\n", lines.subList(each.line() - 1, end)).toLowerCase(Locale.ROOT));
      }
    }
  }

  /** Counted from 1; empty where the server did not tell, or a callback did it. */
  List<Integer> of(Change change) {
    Set<ObjectRef> names = new HashSet<>(Set.of(change.subject()));
    boolean gone = change instanceof Change.Dropped;
    if (change instanceof Change.Renamed renamed) {
      names.add(renamed.before().ref());
    } else if (change instanceof Change.Altered altered) {
      names.add(altered.before().ref());
    }
    List<Integer> exact =
        lines(each -> each.touched().stream().anyMatch(names::contains) && fits(each, gone), names);
    if (!exact.isEmpty()) {
      return exact;
    }
    Set<String> owners = new HashSet<>();
    names.forEach(ref -> owners.add(Dotted.of(ref.schema(), ref.owner())));
    return lines(
        each ->
            fits(each, gone)
                && each.touched().stream()
                    .anyMatch(
                        ref ->
                            ref.parent().isEmpty()
                                && ref.kind() != ObjectKind.SCHEMA
                                && owners.contains(Dotted.of(ref.schema(), ref.name()))),
        names);
  }

  /** What is gone was not made by the statement that made it. */
  private static boolean fits(Observation.Statement statement, boolean gone) {
    return !statement.tag().startsWith(gone ? "CREATE" : "DROP");
  }

  /** Of several statements those whose text names it, where there are such. */
  private List<Integer> lines(Predicate<Observation.Statement> wanted, Set<ObjectRef> names) {
    Set<Integer> all = new TreeSet<>();
    Set<Integer> naming = new TreeSet<>();
    for (int i = 0; i < statements.size(); i++) {
      Observation.Statement each = statements.get(i);
      String text = texts.get(i);
      if (wanted.test(each)) {
        all.add(each.line());
        if (names.stream().anyMatch(ref -> text.contains(ref.name().toLowerCase(Locale.ROOT)))) {
          naming.add(each.line());
        }
      }
    }
    return (naming.isEmpty() ? all : naming).stream().limit(MOST).toList();
  }
}
