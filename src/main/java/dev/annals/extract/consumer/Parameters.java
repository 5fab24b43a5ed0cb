package dev.annals.extract.consumer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the parameters of a statement as the server does, {@code $1}, from the ways in which
 * programs write them: {@code ?}, {@code :name}, {@code @name}, {@code #{name}}, {@code %(name)s}.
 */
final class Parameters {

  /** What is no parameter whatever it looks like, then the parameters. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?s)(?<text>[eE]?'(?:[^']|'')*+'|\"[^\"]*\"|--[^\\n]*|/\\*.*?\\*/"
              + "|(?<tag>\\$[A-Za-z_]*\\$).*?\\k<tag>|::|:=)"
              + "|(?<numbered>\\$\\d+)"
              + "|(?<![\\w\\]:]):(?<colon>[A-Za-z_]\\w*)"
              + "|(?<![\\w@])@(?<at>[A-Za-z_]\\w*)"
              + "|#\\{(?<hash>\\w+)[^}]*\\}"
              + "|%\\((?<percent>\\w+)\\)s"
              + "|(?<twice>\\?\\?)"
              + "|(?<question>\\?(?![|&]))");

  private Parameters() {}

  /** The statement with {@code $1}, {@code $2}, …; one name is one parameter. */
  static String numbered(String sql) {
    boolean operators = hasOthers(sql);
    List<String> names = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(sql);
    StringBuilder result = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(
          result, Matcher.quoteReplacement(replacement(matcher, names, operators)));
    }
    return matcher.appendTail(result).toString();
  }

  /** Where parameters have names or numbers, a question mark is an operator. */
  private static boolean hasOthers(String sql) {
    Matcher matcher = TOKEN.matcher(sql);
    while (matcher.find()) {
      if (matcher.group("numbered") != null || !name(matcher).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static String replacement(Matcher matcher, List<String> names, boolean operators) {
    if (matcher.group("twice") != null) {
      return operators ? "??" : "?";
    }
    if (matcher.group("question") != null) {
      if (operators) {
        return "?";
      }
      names.add("?" + names.size());
      return "$" + names.size();
    }
    String name = name(matcher);
    if (name.isEmpty()) {
      return matcher.group();
    }
    if (!names.contains(name)) {
      names.add(name);
    }
    return "$" + (names.indexOf(name) + 1);
  }

  private static String name(Matcher matcher) {
    for (String group : List.of("colon", "at", "hash", "percent")) {
      if (matcher.group(group) != null) {
        return matcher.group(group);
      }
    }
    return "";
  }
}
