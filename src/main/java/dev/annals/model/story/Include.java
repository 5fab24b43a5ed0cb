package dev.annals.model.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a page in whose place something of the schema is shown: {@code {{diagram orders
 * depth=2}}}. What stands in code is none.
 *
 * @param verb {@code diagram}, {@code columns} or {@code changes}; or what somebody took for one
 * @param subject the name of a relation; empty where there is none
 * @param options what stands behind it, {@code depth=2}
 * @param text the whole of it
 * @param line the line within the text, counted from 0
 */
public record Include(
    String verb, String subject, SortedMap<String, String> options, String text, int line) {

  /** The verbs that there are. */
  public static final List<String> VERBS = List.of("changes", "columns", "diagram");

  private static final Pattern LINE = Pattern.compile(" {0,3}(\\{\\{([^{}\\n]{1,200})}})[ \\t]*");

  public Include {
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }

  /** The includes of a text, in order: each has a line of its own. */
  public static List<Include> of(String markdown) {
    List<Include> includes = new ArrayList<>();
    String[] lines = PageLinks.withoutCode(markdown).split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      Matcher matcher = LINE.matcher(lines[i]);
      if (matcher.matches()) {
        includes.add(of(matcher.group(1), matcher.group(2).strip(), i));
      }
    }
    return includes;
  }

  private static Include of(String text, String words, int line) {
    SortedMap<String, String> options = new TreeMap<>();
    List<String> plain = new ArrayList<>();
    for (String word : words.split("\\s+")) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        options.put(word.substring(0, equals), word.substring(equals + 1));
      } else {
        plain.add(word);
      }
    }
    String verb = plain.isEmpty() ? "" : plain.get(0);
    String subject = plain.size() < 2 ? "" : String.join(" ", plain.subList(1, plain.size()));
    return new Include(verb, subject, options, text, line);
  }

  /** The options that a verb understands. */
  public static List<String> optionsOf(String verb) {
    return switch (verb) {
      case "diagram" -> List.of("depth");
      case "changes" -> List.of("since");
      default -> List.of();
    };
  }
}
