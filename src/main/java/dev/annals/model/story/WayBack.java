package dev.annals.model.story;

import dev.annals.model.change.Reversibility;
import java.util.List;
import java.util.Objects;

/**
 * How a migration is taken back.
 *
 * @param undo the team's own script
 * @param statements what could be run instead, in order; empty where nothing changed
 */
public record WayBack(Undo undo, List<ReverseStatement> statements) {

  public WayBack {
    Objects.requireNonNull(undo);
    statements = List.copyOf(statements);
  }

  /** How far the generated statements bring back what was there. */
  public Reversibility grade() {
    return statements.stream()
        .map(ReverseStatement::grade)
        .reduce(Reversibility.EXACT, (a, b) -> a.compareTo(b) >= 0 ? a : b);
  }

  /** What going back loses, and what to look out for, once each. */
  public List<String> notes() {
    return statements.stream()
        .map(ReverseStatement::note)
        .filter(note -> !note.isEmpty())
        .distinct()
        .toList();
  }
}
