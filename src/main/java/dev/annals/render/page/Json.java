package dev.annals.render.page;

import dev.annals.model.site.SiteFile;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Data as scripts that register it: a page from {@code file://} may load nothing else. */
final class Json {

  private Json() {}

  /** A text as JSON that is harmless within a script, too. */
  static String text(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20
          || c == '<'
          || c == '\u2028'
          || c == '\u2029'
          || (Character.isSurrogate(c) && !paired(text, i))) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  private static boolean paired(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }

  /** A list of values that are JSON already. */
  static String list(List<String> values) {
    return "[" + String.join(",", values) + "]";
  }

  /** A list of texts. */
  static String texts(List<String> texts) {
    return texts.stream().map(Json::text).collect(Collectors.joining(",", "[", "]"));
  }

  /** A script that registers a list, an item a line. */
  static SiteFile script(String path, String name, List<String> lines) {
    return SiteFile.text(path, "window." + name + "=[\n" + String.join(",\n", lines) + "\n];\n");
  }
}
