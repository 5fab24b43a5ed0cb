package dev.annals.judge.rules;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type as {@code format_type} writes it, taken apart.
 *
 * @param name its name without modifiers: {@code numeric}, {@code timestamp with time zone}
 * @param modifiers the numbers in parentheses: 10 and 2 of {@code numeric(10,2)}
 * @param array true for an array of it; the server does not tell how many dimensions
 */
record TypeText(String name, List<Integer> modifiers, boolean array) {

  private static final Pattern MODIFIERS = Pattern.compile("\\((-?\\d+(?:,-?\\d+)*)\\)");

  TypeText {
    modifiers = List.copyOf(modifiers);
  }

  /** Takes a text apart; one that is not understood is a name without modifiers. */
  static TypeText parse(String text) {
    boolean array = text.endsWith("[]");
    String rest = array ? text.substring(0, text.indexOf("[]")) : text;
    Matcher matcher = MODIFIERS.matcher(rest);
    if (rest.startsWith("\"") || !matcher.find()) {
      return new TypeText(rest, List.of(), array);
    }
    List<Integer> modifiers =
        Arrays.stream(matcher.group(1).split(",")).map(Integer::valueOf).toList();
    return new TypeText(
        (rest.substring(0, matcher.start()) + rest.substring(matcher.end())).trim(),
        modifiers,
        array);
  }

  /** What an array is made of, or the type itself. */
  TypeText element() {
    return new TypeText(name, modifiers, false);
  }

  /** The first modifier: a length or a precision; a huge number where there is no limit. */
  int limit() {
    return modifiers.isEmpty() ? Integer.MAX_VALUE : modifiers.get(0);
  }

  /** Digits after the point of a numeric. */
  int scale() {
    return modifiers.size() < 2 ? 0 : modifiers.get(1);
  }

  /** Digits before the point of a numeric. */
  int wholeDigits() {
    return limit() - scale();
  }

  /** Digits of a second that a time keeps: 6 where it does not say. */
  int secondDigits() {
    return modifiers.isEmpty() ? 6 : modifiers.get(0);
  }

  boolean is(String... names) {
    return Arrays.asList(names).contains(name);
  }
}
