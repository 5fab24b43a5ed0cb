package dev.annals.render.page;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Our own style sheets without what only their authors need: indentation, comments, blanks beside
 * marks, ends of lines, and quotation marks of plain values in selectors. It knows how they are
 * written, and no more. Scripts are minified when Annals is built.
 */
final class Slim {

  /** Blanks beside marks, and a mark before the end. */
  private static final Pattern NEEDLESS =
      Pattern.compile("(?<=[:;{},]) +| +(?=[{}])| (?=>)|(?<=>) |;(?=\\s*})");

  /** In a selector: a value that needs no quotation marks. */
  private static final Pattern QUOTED = Pattern.compile("=\"([a-z][a-z-]*)\"\\]");

  private Slim() {}

  static String of(String style) {
    return style
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !isComment(line))
        .map(line -> QUOTED.matcher(NEEDLESS.matcher(line).replaceAll("")).replaceAll("=$1]"))
        .collect(Collectors.joining("", "", "\n"));
  }

  private static boolean isComment(String line) {
    return line.startsWith("/*") && line.indexOf("*/") == line.length() - 2;
  }
}
