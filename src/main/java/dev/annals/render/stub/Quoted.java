package dev.annals.render.stub;

import java.util.List;

/** Texts of others, for a Markdown page that people will go on writing: little is escaped. */
final class Quoted {

  private Quoted() {}

  /** Its lines; none of them is a link, an image or an include of ours. */
  static List<String> lines(String text) {
    return text.isBlank()
        ? List.of()
        : text.strip().lines().map(String::stripTrailing).map(Quoted::plain).toList();
  }

  /** A text of several lines, none of which begins a heading of its own. */
  static String block(String text) {
    return plain(text.strip()).replaceAll("(?m)^(#+[ \\t])", "\\\\$1");
  }

  /** The text on one line. */
  static String line(String text) {
    return plain(text.replaceAll("\\s+", " ").strip());
  }

  private static String plain(String text) {
    return text.replace("[[", "\\[[").replace("![", "!\\[").replace("{{", "\\{{");
  }

  /** A name as the value of a YAML key. */
  static String yaml(String text) {
    boolean plain =
        text.matches("[A-Za-z_][A-Za-z0-9_. /-]*[A-Za-z0-9_]|[A-Za-z_]")
            && !text.matches("(?i)true|false|yes|no|on|off|null|y|n|~");
    if (plain) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < 0x20 || c == 0x7f) {
        quoted.append(String.format(java.util.Locale.ROOT, "\\x%02x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
