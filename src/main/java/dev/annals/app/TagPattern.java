package dev.annals.app;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of a project's git tags are its releases: those that begin as most do that have a number.
 */
final class TagPattern {

  private static final String USUAL = "v";
  private static final Pattern NUMBERED = Pattern.compile("(\\D{0,60}?)\\d+(?:[._]\\d+)+.*");
  private static final Pattern GLOB = Pattern.compile("[*?\\[\\]{}\\\\!]");

  private TagPattern() {}

  /** The pattern for {@code releases: match}; empty where the default is right, or nothing is. */
  static String of(Collection<String> tags) {
    Map<String, Integer> beginnings = new TreeMap<>();
    for (String tag : tags) {
      Matcher numbered = NUMBERED.matcher(tag);
      if (numbered.matches() && !GLOB.matcher(tag).find()) {
        beginnings.merge(numbered.group(1), 1, Integer::sum);
      }
    }
    Optional<String> most =
        beginnings.entrySet().stream()
            .max(
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .map(Map.Entry::getKey);
    return most.filter(beginning -> !beginning.equals(USUAL))
        .map(beginning -> beginning + "[0-9]*")
        .orElse("");
  }
}
