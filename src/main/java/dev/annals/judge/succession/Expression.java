package dev.annals.judge.succession;

import java.util.List;
import java.util.Set;

/** An expression in words again. */
final class Expression {

  /** A formula of more than that is for the migration's own page. */
  private static final int LONG = 80;

  private static final Set<String> CLOSE_BEFORE = Set.of("(", ")", ",", ".", "::", "[", "]");
  private static final Set<String> CLOSE_AFTER = Set.of("(", ".", "::", "[");

  private Expression() {}

  /** Its text; empty where it is but a name, or too long to be told in passing. */
  static String text(List<String> tokens) {
    boolean name = tokens.size() == 1 || (tokens.size() == 3 && tokens.get(1).equals("."));
    StringBuilder text = new StringBuilder();
    String last = "(";
    for (String token : name ? List.<String>of() : tokens) {
      boolean close = CLOSE_BEFORE.contains(token) || CLOSE_AFTER.contains(last);
      boolean sign = token.equals(last) && token.equals("|");
      text.append(close || sign ? "" : " ").append(token);
      text.append(token.startsWith("'") ? "'" : "");
      last = token;
    }
    return text.length() > LONG ? "" : text.toString();
  }
}
