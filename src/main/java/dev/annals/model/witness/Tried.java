package dev.annals.model.witness;

import java.util.Set;

/**
 * A probe with the server's two answers.
 *
 * @param probe the statement
 * @param before what the server said to it before the change
 * @param after what the server said to it after the change; {@link Answer#NONE} where it had not
 *     worked before
 */
public record Tried(Probe probe, Answer before, Answer after) {

  /** No such relation, column, schema. */
  private static final Set<String> MISSING = Set.of("42P01", "42703", "3F000");

  /** True where the change has the server refuse what it took before, and say what it should. */
  public boolean refused() {
    return before.worked() && after.asked() && !after.worked() && namesIt();
  }

  /**
   * True where a refusal names what it should name. Where nothing is to be named, it is not about a
   * relation or column that is missing: that is the doing of another change.
   */
  private boolean namesIt() {
    String name = probe.naming();
    return name.isEmpty() ? !MISSING.contains(after.state()) : after.says(name);
  }
}
