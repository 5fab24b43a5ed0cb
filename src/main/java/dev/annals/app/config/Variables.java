package dev.annals.app.config;

import dev.annals.model.Problem;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {@code ${NAME}} and {@code ${NAME:-default}} in from the environment. */
final class Variables {

  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?}");

  private Variables() {}

  static String expand(String text, Map<String, String> environment, String file) {
    Matcher matcher = VARIABLE.matcher(text);
    StringBuilder expanded = new StringBuilder();
    while (matcher.find()) {
      String value = environment.getOrDefault(matcher.group(1), "");
      String otherwise = matcher.group(2);
      if (value.isEmpty() && otherwise == null) {
        throw Problem.usage(
            "reading " + file + ": the variable " + matcher.group(1) + " is not set",
            "Set it, or give a default: ${" + matcher.group(1) + ":-…}.");
      }
      matcher.appendReplacement(
          expanded, Matcher.quoteReplacement(value.isEmpty() ? otherwise : value));
    }
    return matcher.appendTail(expanded).toString();
  }
}
