package dev.annals.render.page;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Our own scripts and style sheets without what only their authors need: indentation, comments,
 * blanks beside marks, ends of lines, quotation marks of plain values in selectors, and a semicolon
 * that ends a block, which is never an empty statement. Names that a script gives are short. It
 * knows how they are written, and no more.
 */
final class Slim {

  /** In a style sheet: blanks beside marks, and a mark before the end. */
  private static final Pattern STYLE =
      Pattern.compile("(?<=[:;{},]) +| +(?=[{}])| (?=>)|(?<=>) |;(?=\\s*})");

  /** In a selector: a value that needs no quotation marks. */
  private static final Pattern QUOTED = Pattern.compile("=\"([a-z][a-z-]*)\"\\]");

  /** In a script: texts, and regular expressions, which stand after a mark; quotients do not. */
  private static final Pattern TEXT =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'"
              + "|(?<=[(,=:!&|?] ?)/(?:[^/\\\\\\[]|\\\\.|\\[(?:[^\\]\\\\]|\\\\.)*\\])+/[a-z]*");

  /**
   * What makes a line one that is better left alone: a slash that divides nothing, a lone quote.
   */
  private static final Pattern UNCLEAR = Pattern.compile("[\"'`]|/(?! )|(?<! )/");

  /** What is remarked between blocks. */
  private static final Pattern NOTE = Pattern.compile("/\\* [^*/\"']*\\*/");

  private static final Pattern MARK = Pattern.compile(" *([=,;:?(){}\\[\\]<>&|]) *");

  /** Between two plus or minus signs a blank has a meaning. */
  private static final Pattern SUM = Pattern.compile("(?<![+-] ?) ?([+*/-]) ?(?![+-])");

  private Slim() {}

  static String of(String name, String text) {
    List<String> lines =
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !isComment(line))
            .toList();
    if (name.endsWith(".css")) {
      return lines.stream()
          .map(line -> QUOTED.matcher(STYLE.matcher(line).replaceAll("")).replaceAll("=$1]"))
          .collect(Collectors.joining("", "", "\n"));
    }
    StringBuilder out = new StringBuilder(text.length());
    String before = "\n";
    for (String line : lines) {
      String needed = needed(before, line);
      if (needed.isEmpty() && line.startsWith("}") && before.endsWith(";")) {
        out.setLength(out.length() - 1);
      }
      out.append(needed).append(script(line));
      before = line;
    }
    return ShortNames.of(out.append('\n').toString());
  }

  /** An end of a line, where a statement may end with it, or a comment does. */
  private static String needed(String before, String line) {
    boolean open = ";{,(\n".indexOf(before.charAt(before.length() - 1)) >= 0;
    boolean closing = "})".indexOf(line.charAt(0)) >= 0;
    return (open || closing) && !before.contains(" // ") ? "" : "\n";
  }

  private static boolean isComment(String line) {
    return line.startsWith("//")
        || (line.startsWith("/*") && line.indexOf("*/") == line.length() - 2);
  }

  private static String script(String written) {
    String line = NOTE.matcher(written).replaceAll("");
    if (UNCLEAR.matcher(TEXT.matcher(line).replaceAll("")).find()) {
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
    return SUM.matcher(MARK.matcher(code).replaceAll("$1")).replaceAll("$1").replace(";}", "}");
  }
}
