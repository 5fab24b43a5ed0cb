package dev.annals.extract.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a role may not read of a catalogue, in words. */
final class Unread {

  private Unread() {}

  /**
   * One note for each reason.
   *
   * @param unread sorts of objects, as records of the model are called, with the reason
   */
  static List<String> notes(SortedMap<String, String> unread) {
    SortedMap<String, List<String>> byReason = new TreeMap<>();
    unread.forEach(
        (sort, reason) ->
            byReason.computeIfAbsent(reason, each -> new ArrayList<>()).add(words(sort)));
    List<String> notes = new ArrayList<>();
    byReason.forEach(
        (reason, sorts) ->
            notes.add(
                "%s could not be read (%s): what they are there is not compared"
                    .formatted(String.join(", ", sorts), reason)));
    return notes;
  }

  private static String words(String sort) {
    String words = sort.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    return words.endsWith("s")
        ? words
        : words.endsWith("x")
            ? words + "es"
            : words.endsWith("y") && !words.endsWith("ey")
                ? words.substring(0, words.length() - 1) + "ies"
                : words + "s";
  }
}
