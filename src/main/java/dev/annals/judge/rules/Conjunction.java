package dev.annals.judge.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes a condition, as the server writes it, apart into the parts that all have to hold. */
final class Conjunction {

  private static final String AND = " AND ";

  private static final String OR = " OR ";

  private Conjunction() {}

  /** The parts of a condition, without the parentheses around them. */
  static List<String> parts(String condition) {
    String bare = bare(condition);
    List<String> pieces = split(bare, AND);
    if (pieces.size() == 1) {
      return List.of(bare);
    }
    return pieces.stream().flatMap(piece -> parts(piece).stream()).toList();
  }

  /** The parts of a condition of which one has to hold, without the parentheses around them. */
  static List<String> alternatives(String condition) {
    String bare = bare(condition);
    List<String> pieces = split(bare, OR);
    if (pieces.size() == 1) {
      return List.of(bare);
    }
    return pieces.stream().flatMap(piece -> alternatives(piece).stream()).toList();
  }

  /** Splits at each such word outside of parentheses and quotes; BETWEEN has an AND of its own. */
  private static List<String> split(String text, String word) {
    if (text.toUpperCase(Locale.ROOT).contains(" BETWEEN ")) {
      return List.of(text);
    }
    List<String> pieces = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith(word, i) && isOutside(text, start, i)) {
        pieces.add(text.substring(start, i));
        start = i + word.length();
      }
    }
    pieces.add(text.substring(start));
    return pieces;
  }

  /** Without parentheses that enclose all of it. */
  private static String bare(String text) {
    String inner = text.strip();
    while (inner.startsWith("(")
        && inner.endsWith(")")
        && isClosed(inner.substring(1, inner.length() - 1))) {
      inner = inner.substring(1, inner.length() - 1).strip();
    }
    return inner;
  }

  private static boolean isOutside(String text, int start, int end) {
    return isClosed(text.substring(start, end));
  }

  /** True where every parenthesis and every quotation mark that opens also closes. */
  private static boolean isClosed(String text) {
    int depth = 0;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      }
      if (depth < 0) {
        return false;
      }
    }
    return depth == 0 && quote == 0;
  }
}
