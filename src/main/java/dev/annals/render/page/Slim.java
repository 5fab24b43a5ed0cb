package dev.annals.render.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Our own scripts and style sheets without what only their authors need: indentation, comments that
 * are lines of their own, and blanks beside marks. It knows how they are written, and no more.
 */
final class Slim {

  /** In a style sheet: blanks that may go after and before marks, and a mark before the end. */
  private static final Pattern STYLE = Pattern.compile("(?<=[:;{},]) +| +(?=[{}])|;(?=\\s*})");

  private static final Pattern TEXT =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'");

  /** In a script: blanks beside marks; not beside plus and minus, of which two are another mark. */
  private static final Pattern SCRIPT = Pattern.compile(" *([=,;:?(){}\\[\\]<>&|]) *");

  private Slim() {}

  static String of(String name, String text) {
    boolean style = name.endsWith(".css");
    String lines =
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !isComment(line))
            .map(line -> style ? STYLE.matcher(line).replaceAll("") : script(line))
            .collect(Collectors.joining(style ? "" : "\n"));
    return lines + "\n";
  }

  private static boolean isComment(String line) {
    return line.startsWith("//")
        || (line.startsWith("/*") && line.indexOf("*/") == line.length() - 2);
  }

  /** A line of a script; one with anything that may be a regular expression stays as it is. */
  private static String script(String line) {
    String code = TEXT.matcher(line).replaceAll("");
    if (code.chars().anyMatch(c -> "/\"'`".indexOf(c) >= 0)) {
      return line;
    }
    StringBuilder out = new StringBuilder(line.length());
    Matcher texts = TEXT.matcher(line);
    int end = 0;
    while (texts.find()) {
      out.append(tight(line.substring(end, texts.start()))).append(texts.group());
      end = texts.end();
    }
    return out.append(tight(line.substring(end))).toString();
  }

  private static String tight(String code) {
    return SCRIPT.matcher(code).replaceAll("$1");
  }
}
