package dev.annals.judge.succession;

import java.util.regex.Pattern;

/** Takes the comments out of a script; what stands in quotation marks is none. */
final class SqlComments {

  private static final Pattern QUOTED_OR_COMMENT =
      Pattern.compile(
          "('(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\")|--[^\\n]*+|/\\*.*?\\*/", Pattern.DOTALL);

  private SqlComments() {}

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
