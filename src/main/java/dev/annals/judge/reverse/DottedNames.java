package dev.annals.judge.reverse;

import dev.annals.model.schema.Dotted;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds names with their name space in a text of SQL. */
final class DottedNames {

  private static final String WORD = "(?:\"(?:[^\"]|\"\")++\"|[\\p{L}_][\\p{L}\\p{N}_$]*+)";
  private static final Pattern DOTTED =
      Pattern.compile("(?<![\\p{L}\\p{N}_$])(" + WORD + ")\\.(" + WORD + ")");

  private DottedNames() {}

  /** The names, unquoted, as {@code ObjectRef.qualified} has them. */
  static Set<String> in(String sql) {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = DOTTED.matcher(sql);
    while (matcher.find()) {
      names.add(Dotted.of(unquoted(matcher.group(1)), unquoted(matcher.group(2))));
    }
    return names;
  }

  private static String unquoted(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }
}
