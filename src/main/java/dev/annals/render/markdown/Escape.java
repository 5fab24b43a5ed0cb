package dev.annals.render.markdown;

import java.util.regex.Pattern;

/**
 * Texts that are not ours, made harmless in every Markdown that a wiki may speak: CommonMark,
 * Python-Markdown with its usual extensions, and MDX, to which braces and angle brackets are
 * program text. A backslash is used where all of them know it, a character reference elsewhere.
 */
final class Escape {

  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\u202A-\u202E\u2066-\u2069\u200E\u200F\uFEFF\u2028\u2029]");

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** What would begin something else than a paragraph; MDX reads {@code import} as a program. */
  private static final Pattern BEGINNING =
      Pattern.compile(
          "[-+:](?: .*|$)|--.*|!!!.*|\\?\\?\\?.*|=+ *|(?:im|ex)port\\b.*|\\d{1,9}[.)](?: .*|$)");

  private Escape() {}

  /** A text on one line, wherever it stands. */
  static String text(String text) {
    String line = SPACE.matcher(text).replaceAll(" ").strip();
    return BEGINNING.matcher(line).matches() ? beginning(line) : inline(line);
  }

  private static String beginning(String line) {
    int digits = 0;
    while (Character.isDigit(line.charAt(digits))) {
      digits++;
    }
    return digits > 0
        ? line.substring(0, digits) + reference(line.charAt(digits)) + inline(line, digits + 1)
        : reference(line.charAt(0)) + inline(line, 1);
  }

  /** A text that goes on after another; spaces at its ends stay. */
  static String inline(String text) {
    return inline(text, 0);
  }

  private static String inline(String text, int from) {
    String line = SPACE.matcher(text).replaceAll(" ");
    StringBuilder safe = new StringBuilder(line.length() + 16);
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      char before = i == 0 ? ' ' : line.charAt(i - 1);
      char after = i + 1 == line.length() ? ' ' : line.charAt(i + 1);
      switch (c) {
        case '\\', '*', '`', '[', ']' -> safe.append('\\').append(c);
        case '_' -> safe.append(within(before, after) ? "_" : "\\_");
        case '#' -> safe.append(before == ' ' ? "\\#" : "#");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '&' -> safe.append("&amp;");
        case '{', '}', '|', '~', '$', '^' -> safe.append(reference(c));
        case '=', '+' -> safe.append(before == c || after == c ? reference(c) : c);
        case ':' -> safe.append(name(after) ? reference(c) : c);
        default -> safe.append(c);
      }
    }
    return seen(safe.toString());
  }

  private static boolean within(char before, char after) {
    return Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
  }

  /** After a colon: an emoji, or a directive. */
  private static boolean name(char c) {
    return Character.isLetterOrDigit(c) || c == ':' || c == '+' || c == '-' || c == '_';
  }

  /** A name in a code span; as an element where a table or a template would look into the span. */
  static String code(String text) {
    String line = seen(SPACE.matcher(text).replaceAll(" ")).strip();
    boolean plain =
        line.indexOf('`') < 0
            && line.indexOf('|') < 0
            && !line.contains("{{")
            && !line.contains("{%")
            && !line.contains("{#");
    return line.isEmpty() ? "" : plain ? "`" + line + "`" : "<code>" + references(line) + "</code>";
  }

  private static String references(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) || " .,()/'".indexOf(c) >= 0) {
                safe.appendCodePoint(c);
              } else {
                safe.append("&#").append(c).append(';');
              }
            });
    return safe.toString();
  }

  /** Several lines in a fence that they cannot close. */
  static String fenced(String language, String text) {
    String fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    StringBuilder lines = new StringBuilder(fence).append(language).append('\n');
    text.lines().forEach(line -> lines.append(seen(line.replace('\t', ' '))).append('\n'));
    return lines.append(fence).toString();
  }

  /** A text of front matter: a string of YAML that is none of HTML either. */
  static String yaml(String text) {
    String plain = SPACE.matcher(seen(text)).replaceAll(" ").strip();
    return '"'
        + plain
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace('<', '\u2039')
            .replace('>', '\u203A')
            .replace('&', '\uFF06')
            .replace("{", "(")
            .replace("}", ")")
        + '"';
  }

  private static String seen(String text) {
    return UNSEEN.matcher(text).replaceAll("\uFFFD");
  }

  private static String reference(char c) {
    return "&#" + (int) c + ";";
  }
}
