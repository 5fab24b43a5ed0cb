package dev.annals.render.page;

import dev.annals.model.schema.Policy;
import dev.annals.model.schema.RewriteRule;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Statistics;
import dev.annals.model.schema.Trigger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What acts by itself when somebody uses a table, in three texts: when, for whom, and what it runs
 * or demands. The server's own definitions are read for that, without the names that the reader
 * knows.
 */
final class Acts {

  /** A name as the server writes it. */
  static final String NAME = "(?:\"(?:[^\"]|\"\")*\"|[^\\s\".]+)";

  private static final String QUALIFIED = NAME + "(?:\\." + NAME + ")*";

  private static final Pattern TRIGGER =
      Pattern.compile(
          "CREATE (CONSTRAINT )?TRIGGER "
              + NAME
              + " (.*?) ON "
              + QUALIFIED
              + "(.*?) EXECUTE (?:FUNCTION|PROCEDURE) "
              + NAME
              + "(?:\\."
              + NAME
              + ")?\\((.*)\\)",
          Pattern.DOTALL);

  private static final Pattern RULE =
      Pattern.compile(
          "CREATE RULE " + NAME + " AS\\s+(ON \\w+) TO " + QUALIFIED + "\\s+(.*?);?",
          Pattern.DOTALL);

  private static final Pattern STATISTICS =
      Pattern.compile("CREATE STATISTICS " + QUALIFIED + " (.*) FROM .*", Pattern.DOTALL);

  private Acts() {}

  /** What statistics are of, and of which sort. */
  static String counted(Statistics statistics) {
    Matcher parts = STATISTICS.matcher(statistics.definition());
    return parts.matches() ? parts.group(1) : statistics.definition();
  }

  static List<String> of(SchemaObject object) {
    if (object instanceof Trigger trigger) {
      return trigger(trigger);
    }
    if (object instanceof Policy policy) {
      return List.of(
          "FOR " + policy.command() + (policy.permissive() ? "" : ", restrictive"),
          String.join(", ", policy.roles()),
          condition("USING ", policy.using())
              + (policy.using().isEmpty() || policy.withCheck().isEmpty() ? "" : " ")
              + condition("WITH CHECK ", policy.withCheck()));
    }
    RewriteRule rule = (RewriteRule) object;
    Matcher parts = RULE.matcher(rule.definition());
    return parts.matches()
        ? List.of(
            parts.group(1) + state(rule.enabled()), "", parts.group(2).replaceAll("\\s+", " "))
        : List.of(state(rule.enabled()), "", rule.definition());
  }

  private static List<String> trigger(Trigger trigger) {
    String called = trigger.function().replaceFirst("^public\\.", "");
    Matcher parts = TRIGGER.matcher(trigger.definition());
    if (!parts.matches()) {
      return List.of(state(trigger.enabled()), "", called);
    }
    String given = parts.group(4);
    return List.of(
        (parts.group(1) == null ? "" : "CONSTRAINT ")
            + parts.group(2)
            + parts.group(3)
            + state(trigger.enabled()),
        "",
        called + (given.isEmpty() ? "" : " with " + given));
  }

  private static String condition(String what, String text) {
    return text.isEmpty() ? "" : what + text;
  }

  private static String state(String enabled) {
    return enabled.equals("origin") ? "" : ", " + enabled;
  }
}
