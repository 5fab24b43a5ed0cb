package dev.annals.judge.succession;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An assignment to several columns at once: {@code (a, b) = (c, d)}, {@code ROW (c, d)}, or a
 * {@code SELECT} that reads the table's own row, by itself or under a second name.
 */
final class ColumnList {

  private static final Set<String> ENDS =
      Set.of("group", "having", "order", "limit", "union", "intersect", "except", "window", "join");

  private final List<String> words;

  private ColumnList(List<String> words) {
    this.words = words;
  }

  /**
   * One of the columns, and what it is set to.
   *
   * @param target the column that is set
   * @param value the tokens of its new value
   * @param qualifiers what may stand before a column's name in it, in lower case
   */
  record Pair(String target, List<String> value, Set<String> qualifiers) {}

  /** The columns with their values; nothing where they do not come from the same table. */
  static List<Pair> pairs(List<String> words, String schema, String table, Set<String> qualifiers) {
    ColumnList list = new ColumnList(words);
    int close = list.closing(0);
    int open = list.is(close + 2, "row") ? close + 3 : close + 2;
    if (!list.is(close + 1, "=") || !list.is(open, "(")) {
      return List.of();
    }
    List<List<String>> targets = list.parts(1, close);
    int end = list.closing(open);
    if (!list.is(open + 1, "select")) {
      return paired(targets, list.parts(open + 1, end), qualifiers);
    }
    int from = list.top("from", open + 2, end);
    Set<String> known = new HashSet<>(qualifiers);
    boolean own = from == end || list.isOwnRow(from + 1, end, schema, table, known);
    return own ? paired(targets, list.parts(open + 2, from), known) : List.of();
  }

  private static List<Pair> paired(
      List<List<String>> targets, List<List<String>> values, Set<String> qualifiers) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; targets.size() == values.size() && i < targets.size(); i++) {
      if (targets.get(i).size() == 1) {
        pairs.add(new Pair(targets.get(i).get(0), values.get(i), qualifiers));
      }
    }
    return pairs;
  }

  /** True for {@code FROM} the same table alone, with a condition on which of its rows. */
  private boolean isOwnRow(int start, int end, String schema, String table, Set<String> known) {
    int at = start;
    if (is(at + 1, ".")) {
      if (!is(at, schema)) {
        return false;
      }
      at += 2;
    }
    if (!is(at, table)) {
      return false;
    }
    at = is(at + 1, "as") ? at + 2 : at + 1;
    if (!is(at, "where")) {
      known.add(words.get(at).toLowerCase(Locale.ROOT));
      at++;
    }
    return is(at, "where") && ENDS.stream().allMatch(word -> top(word, start, end) == end);
  }

  private boolean is(int at, String word) {
    return at < words.size() && words.get(at).equalsIgnoreCase(word);
  }

  /** Where a word stands outside of brackets; {@code end} where it does not. */
  private int top(String word, int start, int end) {
    int depth = 0;
    for (int at = start; at < end; at++) {
      depth += is(at, "(") ? 1 : is(at, ")") ? -1 : 0;
      if (depth == 0 && is(at, word)) {
        return at;
      }
    }
    return end;
  }

  private int closing(int open) {
    int depth = 0;
    for (int at = open; at < words.size(); at++) {
      depth += is(at, "(") ? 1 : is(at, ")") ? -1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    return words.size();
  }

  /** What stands between commas. */
  private List<List<String>> parts(int start, int end) {
    List<List<String>> parts = new ArrayList<>();
    for (int at = start; at <= end && at < words.size(); ) {
      int comma = top(",", at, end);
      parts.add(words.subList(at, comma));
      at = comma + 1;
    }
    return parts;
  }
}
