package dev.annals.extract.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The comment at the top of a migration: its author's why. */
final class LeadingComment {

  private LeadingComment() {}

  /** Its text without comment signs, lines kept; empty where there is none, or only a licence. */
  static String of(String sql) {
    String rest = sql.stripLeading();
    List<String> blocks = new ArrayList<>();
    while (rest.startsWith("--") || rest.startsWith("/*")) {
      int end = rest.startsWith("--") ? endOfLines(rest) : endOfBlock(rest);
      String block = rest.startsWith("--") ? lines(rest.substring(0, end)) : block(rest, end);
      if (!block.isBlank() && !isLicence(block)) {
        blocks.add(block);
      }
      rest = rest.substring(end).stripLeading();
    }
    return String.join("\n\n", blocks);
  }

  /** One run of {@code --} lines: an empty line ends it. */
  private static int endOfLines(String text) {
    int at = 0;
    while (text.startsWith("--", at)) {
      int newline = text.indexOf('\n', at);
      if (newline < 0) {
        return text.length();
      }
      at = newline + 1;
      while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
        at++;
      }
    }
    return at;
  }

  private static int endOfBlock(String text) {
    int end = text.indexOf("*/");
    return end < 0 ? text.length() : end + 2;
  }

  private static String lines(String text) {
    return text.lines()
        .map(line -> line.strip().replaceFirst("^--+[ \\t]?", ""))
        .map(LeadingComment::undecorated)
        .reduce("", (a, b) -> a + "\n" + b)
        .strip();
  }

  private static String block(String text, int end) {
    return text.substring(2, Math.max(2, text.startsWith("*/", end - 2) ? end - 2 : end))
        .lines()
        .map(line -> line.strip().replaceFirst("^\\*+[ \\t]?", ""))
        .map(LeadingComment::undecorated)
        .reduce("", (a, b) -> a + "\n" + b)
        .strip();
  }

  /** Without rules; a heading between two of them names what follows and is no reason for it. */
  private static String undecorated(String line) {
    return line.matches("[-=*#_ ]{4,}|[-=*#_]{4,}.*[-=*#_]{4,}|.*\\S +[-=*#_]{8,}") ? "" : line;
  }

  private static boolean isLicence(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("spdx-license-identifier")
        || (lower.contains("copyright") && lower.contains("licen"))
        || lower.contains("licensed under the")
        || lower.contains("general public license")
        || (lower.contains("redistribute") && lower.contains("warranty"))
        || lower.contains("all rights reserved");
  }
}
