package dev.annals.render.notes;

import dev.annals.model.story.ColumnNotes;
import java.util.regex.Pattern;

/** Sentences out of a page, without its markup. */
public final class PageText {

  /** An item of a list that begins with a day in bold letters, up to the next item or paragraph. */
  static final Pattern DECISION =
      Pattern.compile(
          "(?m)^[-*+][ \\t]+\\*\\*(\\d{4}-\\d{2}-\\d{2})\\*\\*:?[ \\t]+"
              + "(.+(?:\\n[ \\t]+\\S.*)*+)");

  private static final Pattern BLOCKS = Pattern.compile("\\n[ \\t]*\\n");

  private PageText() {}

  /** The first paragraph that is one; empty where there is none before the first heading. */
  static String firstParagraph(String body) {
    for (String block : BLOCKS.split(ColumnNotes.of(body).rest().replace("\r", "").strip())) {
      String text = block.strip();
      if (text.startsWith("#")) {
        return "";
      }
      if (!text.isEmpty() && Character.isLetterOrDigit(plain(text).codePointAt(0))) {
        return plain(text);
      }
    }
    return "";
  }

  /** Without links, emphasis, code signs and footnotes, on one line. */
  public static String plain(String markdown) {
    String plain =
        markdown
            .replaceAll("\\[\\^[^\\]]*]", "")
            .replaceAll("\\[\\[([^\\]|]+)(?:\\|[^\\]]*)?]]", "$1")
            .replaceAll("!?\\[([^\\]]*)]\\([^)]*\\)", "$1")
            .replaceAll("\\*\\*|`|(?<![\\w*])\\*(?=[^\\s*])|(?<=[^\\s*])\\*(?![\\w*])", "")
            .replaceAll("\\s+", " ")
            .strip();
    return plain.isEmpty() ? " " : plain;
  }

  /** No longer than that: whole sentences where there are any, whole words otherwise. */
  static String cut(String text, int length) {
    String line = text.replaceAll("\\s+", " ").strip();
    if (line.length() <= length) {
      return line;
    }
    String start = line.substring(0, length);
    int stop =
        Math.max(
            start.lastIndexOf(". "), Math.max(start.lastIndexOf("! "), start.lastIndexOf("? ")));
    if (stop > length / 3) {
      return start.substring(0, stop + 1);
    }
    int space = start.lastIndexOf(' ');
    return (space > 0 ? start.substring(0, space) : start) + " …";
  }
}
