package dev.annals.model;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class Nearest {

  private Nearest() {}

  /**
   * The candidate nearest to a mistyped name: at most a third of its letters away, by insertions,
   * deletions, replacements and swaps of neighbours. The first in order wins among equals.
   */
  public static Optional<String> to(String name, Collection<String> candidates) {
    String wanted = name.toLowerCase(Locale.ROOT);
    int best = Math.max(1, wanted.length() / 3) + 1;
    String found = null;
    for (String candidate : candidates.stream().sorted().toList()) {
      int distance = distance(wanted, candidate.toLowerCase(Locale.ROOT));
      if (distance < best) {
        best = distance;
        found = candidate;
      }
    }
    return Optional.ofNullable(found);
  }

  /** {@code Did you mean "x"?}, or nothing where no candidate is near. */
  public static String suggestion(String name, Collection<String> candidates) {
    return to(name, candidates).map(found -> "Did you mean \"" + found + "\"?").orElse("");
  }

  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(int[][] cost, String a, String b, int i, int j) {
    int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
