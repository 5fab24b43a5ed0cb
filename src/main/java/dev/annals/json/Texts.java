package dev.annals.json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * The texts of one part of a document, each that comes again written once. Told where it stands, a
 * text is itself, its number in that list (from 1), or a list of both that is to be joined: then
 * what many sentences have in common is written once, too.
 */
final class Texts {

  /** Shorter texts are not worth cutting; longer ones, and those of several lines, are read. */
  private static final int SHORTEST = 24;

  private static final int LONGEST = 400;

  /** Shorter words are not looked for within texts. */
  private static final int WORD = 3;

  private final Map<String, Integer> uses = new HashMap<>();
  private final Map<String, List<String>> cut = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> shared = new ArrayList<>();

  /** Notes that a text will be told. */
  void add(String text) {
    uses.merge(text, 1, Integer::sum);
  }

  /** Decides what is written once; all texts are known. */
  void close() {
    Map<String, Integer> pieces = new HashMap<>();
    for (Map.Entry<String, Integer> text : uses.entrySet()) {
      if (text.getValue() == 1 && isSentence(text.getKey())) {
        List<String> parts = cut(text.getKey());
        if (parts.size() > 1) {
          cut.put(text.getKey(), parts);
          parts.forEach(part -> pieces.merge(part, 1, Integer::sum));
        }
      }
    }
    pieces.forEach((piece, count) -> uses.merge(piece, count, Integer::sum));
    uses.entrySet().stream()
        .filter(text -> text.getValue() > 1 && isWorthANumber(text.getKey(), text.getValue()))
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(
            text -> {
              shared.add(text.getKey());
              numbers.put(text.getKey(), shared.size());
            });
  }

  private static boolean isSentence(String text) {
    return text.length() >= SHORTEST && text.length() <= LONGEST && text.indexOf('\n') < 0;
  }

  /** A number has up to five digits. */
  private static boolean isWorthANumber(String text, int times) {
    return text.length() > 1 && (text.length() + 2) * times > text.length() + 3 + 4 * times;
  }

  /** What is written once, the most used first. */
  List<String> shared() {
    return shared;
  }

  /** Writes a text where it stands. */
  void write(String text, JsonGenerator out) {
    Integer number = numbers.get(text);
    if (number != null) {
      out.writeNumber(number.intValue());
      return;
    }
    List<String> parts = cut.containsKey(text) ? joined(cut.get(text)) : List.of();
    if (parts.size() < 2 || length(parts) >= text.length()) {
      out.writeString(text);
      return;
    }
    out.writeStartArray();
    for (String part : parts) {
      Integer known = numbers.get(part);
      if (known == null) {
        out.writeString(part);
      } else {
        out.writeNumber(known.intValue());
      }
    }
    out.writeEndArray();
  }

  /** The same with neighbours made one that have no number. */
  private List<String> joined(List<String> parts) {
    List<String> result = new ArrayList<>();
    boolean open = false;
    for (String part : parts) {
      if (numbers.containsKey(part)) {
        result.add(part);
        open = false;
      } else if (open) {
        result.set(result.size() - 1, result.get(result.size() - 1) + part);
      } else {
        result.add(part);
        open = true;
      }
    }
    return result.stream().noneMatch(numbers::containsKey) ? List.of() : result;
  }

  private int length(List<String> parts) {
    int length = 1;
    for (String part : parts) {
      Integer number = numbers.get(part);
      length += 1 + (number == null ? part.length() + 2 : Integer.toString(number).length());
    }
    return length;
  }

  /** A text, cut before and after each word of it that is told elsewhere, too. */
  private List<String> cut(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && isOfAWord(text.charAt(end))) {
        end++;
      }
      if (end - at >= WORD && uses.containsKey(text.substring(at, end))) {
        if (at > from) {
          parts.add(text.substring(from, at));
        }
        parts.add(text.substring(at, end));
        from = end;
      }
      at = Math.max(end, at + 1);
    }
    if (from < text.length()) {
      parts.add(text.substring(from));
    }
    return parts;
  }

  private static boolean isOfAWord(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }
}
