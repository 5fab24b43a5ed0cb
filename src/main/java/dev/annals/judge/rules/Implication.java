package dev.annals.judge.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether rows that pass one condition pass another, too, where their text shows it: fewer parts,
 * more alternatives, a longer list of values, a bound that lies further out. What the text does not
 * show is taken as not so. A condition that is unknown passes, as checks have it.
 */
final class Implication {

  private static final Pattern LIST =
      Pattern.compile("(?s)(.+?) = ANY \\(\\(?ARRAY\\[(.*?)]\\)?(?:::[\\w ]+\\[])?\\)");

  private static final Pattern ONE = Pattern.compile("(?s)(.+?) = ('(?:[^']|'')*+')(?:::[\\w ]+)?");

  private static final Pattern BOUND =
      Pattern.compile(
          "(?s)(.+?) (<|<=|>|>=) (?:\\((-?\\d+(?:\\.\\d+)?)\\)|'(-?\\d+(?:\\.\\d+)?)'"
              + "|(-?\\d+(?:\\.\\d+)?))(?:::[\\w ]+)?");

  private Implication() {}

  /** True where each part of the new condition follows from one of the old conditions. */
  static boolean holds(List<String> before, String after) {
    List<String> known = before.stream().flatMap(each -> Conjunction.parts(each).stream()).toList();
    return Conjunction.parts(after).stream()
        .allMatch(part -> known.stream().anyMatch(one -> follows(one, part)));
  }

  private static boolean follows(String from, String to) {
    List<String> now = Conjunction.alternatives(to);
    return Conjunction.alternatives(from).stream()
        .allMatch(one -> now.stream().anyMatch(other -> isWithin(one, other)));
  }

  private static boolean isWithin(String from, String to) {
    if (from.equals(to)) {
      return true;
    }
    Optional<Values> few = Values.of(from);
    Optional<Values> many = Values.of(to);
    if (few.isPresent() && many.isPresent()) {
      return few.get().of.equals(many.get().of) && many.get().values.containsAll(few.get().values);
    }
    Matcher narrow = BOUND.matcher(from);
    Matcher wide = BOUND.matcher(to);
    return narrow.matches()
        && wide.matches()
        && narrow.group(1).equals(wide.group(1))
        && isWithin(narrow.group(2), number(narrow), wide.group(2), number(wide));
  }

  private static boolean isWithin(String from, BigDecimal first, String to, BigDecimal second) {
    if (from.charAt(0) != to.charAt(0)) {
      return false;
    }
    int order = from.charAt(0) == '>' ? first.compareTo(second) : second.compareTo(first);
    return order > 0 || (order == 0 && (from.equals(to) || to.endsWith("=")));
  }

  private static BigDecimal number(Matcher bound) {
    for (int group = 3; group <= 5; group++) {
      if (bound.group(group) != null) {
        return new BigDecimal(bound.group(group));
      }
    }
    throw new IllegalStateException(bound.group());
  }

  /** The texts that something may be. */
  private record Values(String of, Set<String> values) {

    private Values {
      values = Set.copyOf(values);
    }

    static Optional<Values> of(String condition) {
      Matcher one = ONE.matcher(condition);
      if (one.matches()) {
        return Optional.of(new Values(one.group(1), Set.of(one.group(2))));
      }
      Matcher list = LIST.matcher(condition);
      if (!list.matches()) {
        return Optional.empty();
      }
      Set<String> values = new HashSet<>();
      for (String each : elements(list.group(2))) {
        values.add(each.strip().replaceFirst("(?s)::[\\w ]+$", ""));
      }
      boolean constants = values.stream().allMatch(value -> value.matches("(?s)'.*'|-?[\\d.]+"));
      return constants ? Optional.of(new Values(list.group(1), values)) : Optional.empty();
    }

    /** What stands between commas outside of quotation marks. */
    private static List<String> elements(String text) {
      List<String> elements = new ArrayList<>();
      boolean quoted = false;
      int start = 0;
      for (int at = 0; at < text.length(); at++) {
        quoted ^= text.charAt(at) == '\'';
        if (text.charAt(at) == ',' && !quoted) {
          elements.add(text.substring(start, at));
          start = at + 1;
        }
      }
      elements.add(text.substring(start));
      return elements;
    }
  }
}
