package dev.annals.judge.witness;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Numbers and texts that just fit a type with a length. */
final class Digits {

  private static final Pattern MODIFIERS = Pattern.compile("\\((\\d+)(?:,(-?\\d+))?\\)");

  /** A text on a page should not be longer. */
  private static final int LONGEST = 300;

  private Digits() {}

  /** Numbers of {@code numeric(p,s)}: with all decimals, and with all whole digits. */
  static List<String> numeric(String type) {
    Matcher matcher = MODIFIERS.matcher(type);
    if (!matcher.find()) {
      return List.of("1", "0", "-1", "1.23456", "12345678901234567890");
    }
    int scale = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
    int whole = Math.max(0, Integer.parseInt(matcher.group(1)) - Math.max(0, scale));
    String decimals = "123456789".repeat(112).substring(0, Math.min(Math.max(0, scale), 1000));
    return List.of(
        "1",
        "0",
        "-1",
        "9".repeat(Math.max(1, Math.min(whole, 40))),
        decimals.isEmpty() ? "2" : "0." + decimals);
  }

  /** The end of a text that fits a type. */
  static String cut(String type, String text) {
    Matcher matcher = MODIFIERS.matcher(type);
    int most = matcher.find() ? Integer.parseInt(matcher.group(1)) : text.length();
    return text.substring(Math.max(0, text.length() - most));
  }

  /** Texts of a type: short ones, and one that just fits. */
  static List<String> text(String type) {
    Matcher matcher = MODIFIERS.matcher(type);
    int longest = matcher.find() ? Math.min(LONGEST, Integer.parseInt(matcher.group(1))) : 40;
    if (type.equals("character")) {
      longest = 1;
    }
    int most = Math.max(1, longest);
    return Stream.of("a", "AB", "x@example.org", "", "1", "a".repeat(most))
        .filter(text -> text.length() <= most)
        .map(Sql::text)
        .toList();
  }
}
