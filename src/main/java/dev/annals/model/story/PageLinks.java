package dev.annals.model.story;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the links {@code [[name]]} and the pictures of a Markdown page; what stands in code is
 * none.
 */
public final class PageLinks {

  /**
   * One link, or one picture.
   *
   * @param target what stands between the brackets, without a label or an anchor; of a picture its
   *     address as it is written
   * @param line the line within the text, counted from 0
   */
  public record Link(String target, int line) {}

  private static final Pattern LINK =
      Pattern.compile(
          "(?<!\\\\)\\[\\[([^\\[\\]|#\\n]+)(?:#[^\\[\\]|\\n]*)?(?:\\|[^\\[\\]\\n]*)?\\]\\]");
  private static final Pattern PICTURE =
      Pattern.compile(
          "!\\[[^\\]\\n]*]\\([ \\t]*(?:<([^<>\\n]+)>|([^)\\s<>]+))(?:[ \\t]+[\"'(][^\\n]*?)?\\)");
  private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,}).*");

  private PageLinks() {}

  /** The links of a text, in order. */
  public static List<Link> of(String markdown) {
    return found(LINK, withoutCode(markdown));
  }

  /** What the pictures of a text refer to, in order. */
  public static List<Link> pictures(String markdown) {
    return found(PICTURE, withoutCode(markdown));
  }

  /** The text with blanks where code stands; lines stay where they are. */
  public static String withoutCode(String markdown) {
    return withoutSpans(withoutFences(markdown));
  }

  private static List<Link> found(Pattern pattern, String text) {
    List<Link> links = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    int line = 0;
    int counted = 0;
    while (matcher.find()) {
      line += (int) text.substring(counted, matcher.start()).chars().filter(c -> c == '\n').count();
      counted = matcher.start();
      String target = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      links.add(new Link(target.strip(), line));
    }
    return links;
  }

  /** Empties the lines of fenced code; the number of lines stays. */
  private static String withoutFences(String markdown) {
    StringBuilder kept = new StringBuilder();
    String open = "";
    for (String line : markdown.split("\n", -1)) {
      Matcher fence = FENCE.matcher(line);
      boolean isFence = fence.matches();
      if (open.isEmpty() && isFence) {
        open = fence.group(1);
      } else if (open.isEmpty()) {
        kept.append(line);
      } else if (isFence && line.strip().startsWith(open) && isBare(line, open.charAt(0))) {
        open = "";
      }
      kept.append('\n');
    }
    return kept.toString();
  }

  private static boolean isBare(String line, char sign) {
    return line.strip().chars().allMatch(c -> c == sign);
  }

  /** Blanks code spans: from a run of backticks to the next of the same length. */
  private static String withoutSpans(String text) {
    StringBuilder kept = new StringBuilder(text);
    int at = text.indexOf('`');
    while (at >= 0) {
      int length = run(text, at);
      int end = closing(text, at + length, length);
      for (int i = at; i < end; i++) {
        if (kept.charAt(i) != '\n') {
          kept.setCharAt(i, ' ');
        }
      }
      at = text.indexOf('`', Math.max(end, at + length));
    }
    return kept.toString();
  }

  private static int run(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) == '`') {
      end++;
    }
    return end - start;
  }

  /** The end of the closing run; -1 where the paragraph ends before one. */
  private static int closing(String text, int start, int length) {
    int paragraph = text.indexOf("\n\n", start);
    int limit = paragraph < 0 ? text.length() : paragraph;
    int at = text.indexOf('`', start);
    while (at >= 0 && at < limit) {
      int found = run(text, at);
      if (found == length) {
        return at + found;
      }
      at = text.indexOf('`', at + found);
    }
    return -1;
  }
}
