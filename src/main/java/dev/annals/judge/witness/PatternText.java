package dev.annals.judge.witness;

import java.util.Optional;

/**
 * Writes a text that a regular expression of the usual sort accepts: literals, classes, groups,
 * alternatives and counts. What is beyond that gives nothing, or a text that the server refuses.
 */
final class PatternText {

  private static final int LONGEST = 200;

  private final String pattern;
  private int at;

  private PatternText(String pattern) {
    this.pattern = pattern;
  }

  /** A text for a pattern, if it is of the usual sort. */
  static Optional<String> of(String pattern) {
    PatternText reader = new PatternText(pattern);
    String text = reader.alternatives();
    return reader.at != pattern.length() || text.length() > LONGEST
        ? Optional.empty()
        : Optional.of(text);
  }

  /** A text for a pattern of {@code LIKE}. */
  static String like(String pattern) {
    return pattern.replace("%", "a").replace("_", "a");
  }

  /** The first of several, which are all read. */
  private String alternatives() {
    String first = sequence();
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      sequence();
    }
    return first;
  }

  private String sequence() {
    StringBuilder text = new StringBuilder();
    while (at < pattern.length() && "|)".indexOf(pattern.charAt(at)) < 0) {
      String item = item();
      text.append(item.repeat(Math.min(count(), LONGEST)));
    }
    return text.toString();
  }

  private String item() {
    char c = pattern.charAt(at++);
    return switch (c) {
      case '^', '$' -> "";
      case '.' -> "a";
      case '[' -> chosen();
      case '(' -> group();
      case '\\' -> escape();
      default -> String.valueOf(c);
    };
  }

  private String group() {
    if (pattern.startsWith("?:", at)) {
      at += 2;
    }
    String text = alternatives();
    at++;
    return text;
  }

  private String escape() {
    char c = at < pattern.length() ? pattern.charAt(at++) : '\\';
    return switch (c) {
      case 'd' -> "1";
      case 'w' -> "a";
      case 's' -> " ";
      case 'm', 'M', 'y', 'b', 'A', 'Z' -> "";
      default -> String.valueOf(c);
    };
  }

  /** A character of a class, or one that is not in it. */
  private String chosen() {
    int end = pattern.indexOf(']', at + 1);
    while (end > 0 && pattern.charAt(end - 1) == ':' && end + 1 < pattern.length()) {
      end = pattern.indexOf(']', end + 1);
    }
    if (end < 0) {
      at = pattern.length() + 1;
      return "";
    }
    String inside = pattern.substring(at, end);
    at = end + 1;
    if (!inside.startsWith("^")) {
      return inside.startsWith("[:digit")
          ? "1"
          : inside.startsWith("[:space")
              ? " "
              : inside.startsWith("[:") ? "a" : inside.substring(0, 1);
    }
    return "ax1-_ "
        .chars()
        .filter(c -> inside.indexOf(c) < 0)
        .mapToObj(Character::toString)
        .findFirst()
        .orElse("");
  }

  /** How often the item before has to stand there at least. */
  private int count() {
    if (at >= pattern.length()) {
      return 1;
    }
    char c = pattern.charAt(at);
    if (c == '+' || c == '?' || c == '*') {
      at++;
      return 1;
    }
    int end = pattern.indexOf('}', at);
    if (c != '{' || end < 0) {
      return 1;
    }
    String least = pattern.substring(at + 1, end).replaceFirst(",.*", "");
    at = end + 1;
    return least.matches("\\d{1,4}") ? Integer.parseInt(least) : 1;
  }
}
