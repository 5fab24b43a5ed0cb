package dev.annals.judge.succession;

import java.util.Locale;
import java.util.regex.Pattern;

/** Takes the comments out of a script; what stands in quotation marks is none. */
final class SqlComments {

  private static final Pattern QUOTED_OR_COMMENT =
      Pattern.compile(
          "('(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\")|--[^\\n]*+|/\\*.*?\\*/", Pattern.DOTALL);

  private SqlComments() {}

  /** True where a text has a word, in whatever case; most scripts are found to have none so. */
  static boolean has(String sql, String word) {
    String lower = sql.toLowerCase(Locale.ROOT);
    int at = lower.indexOf(word);
    while (at >= 0) {
      if (!isOfAWord(lower, at - 1) && !isOfAWord(lower, at + word.length())) {
        return true;
      }
      at = lower.indexOf(word, at + 1);
    }
    return false;
  }

  private static boolean isOfAWord(String text, int at) {
    return at >= 0
        && at < text.length()
        && (text.charAt(at) == '_' || Character.isLetterOrDigit(text.charAt(at)));
  }

  static String without(String sql) {
    return QUOTED_OR_COMMENT
        .matcher(sql)
        .replaceAll(
            found ->
                found.group(1) == null
                    ? " "
                    : java.util.regex.Matcher.quoteReplacement(found.group(1)));
  }
}
