package dev.annals.script;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name as a whole word in SQL, in whatever case: no letter, digit, underscore or dollar stands
 * before or after it.
 */
public final class WholeWord {

  private final Pattern pattern;
  private final int length;

  private WholeWord(String name) {
    this.length = name.length();
    this.pattern =
        Pattern.compile(
            "(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** That name. */
  public static WholeWord of(String name) {
    return new WholeWord(name);
  }

  /** Where it stands first in a text; nothing where it does not. */
  public OptionalInt in(String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? OptionalInt.of(matcher.start()) : OptionalInt.empty();
  }

  /** True where a text has it. */
  public boolean isIn(String text) {
    return in(text).isPresent();
  }

  /** How long it is. */
  public int length() {
    return length;
  }
}
