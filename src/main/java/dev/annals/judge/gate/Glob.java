package dev.annals.judge.gate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names with {@code *} (anything but a slash), {@code **} (anything) and {@code ?}. */
final class Glob {

  private static final Pattern PART = Pattern.compile("\\*\\*/?|\\*|\\?|[^*?]+");

  private Glob() {}

  static boolean matches(String glob, String name) {
    StringBuilder regex = new StringBuilder();
    Matcher parts = PART.matcher(glob);
    while (parts.find()) {
      String part = parts.group();
      regex.append(
          switch (part) {
            case "**/" -> "(?:.*/)?";
            case "**" -> ".*";
            case "*" -> "[^/]*";
            case "?" -> "[^/]";
            default -> Pattern.quote(part);
          });
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(name).matches();
  }
}
