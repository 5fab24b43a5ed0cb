package dev.annals.extract.replay;

import dev.annals.extract.history.Plan;
import dev.annals.extract.history.PlannedCallback;
import dev.annals.extract.history.PlannedMigration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings that scripts make up, {@code app.tenant} for instance. A server tells the value of
 * one whose name it is given, and not which there are: their names have to be in the scripts.
 */
final class OwnSettings {

  private static final Pattern CALL =
      Pattern.compile("(?i)\\bset_config\\s*+\\(\\s*+(?:'([\\w.$]++)'\\s*+,)?");

  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?i)\\bset\\s++(?:session\\s++|local\\s++)?"
              + "(\"?[a-z_][\\w$]*+\"?)\\s*+\\.\\s*+(\"?[a-z_][\\w$]*+\"?)?");

  /** A statement that is put together, or filled in. */
  private static final Pattern OPEN =
      Pattern.compile(
          "(?i)(?:^|[;'$])\\s*+set\\s++(?:session\\s++|local\\s++)?['%|$]"
              + "|\\n\\s*+set\\s++(?:session\\s++|local\\s++)?[$]");

  private final TreeSet<String> names = new TreeSet<>(List.of("annals.line"));

  private OwnSettings() {}

  /**
   * Those of the first migrations of a plan.
   *
   * @return empty where there are such whose names cannot be told
   */
  static Optional<List<String>> of(Plan plan, int steps) {
    OwnSettings found = new OwnSettings();
    return texts(plan, steps).stream().allMatch(found::readable)
        ? Optional.of(List.copyOf(found.names))
        : Optional.empty();
  }

  private boolean readable(String sql) {
    Matcher call = CALL.matcher(sql);
    while (call.find()) {
      if (call.group(1) == null) {
        return false;
      }
      add(call.group(1));
    }
    Matcher statement = STATEMENT.matcher(sql);
    while (statement.find()) {
      if (statement.group(2) == null) {
        return false;
      }
      add(statement.group(1) + "." + statement.group(2));
    }
    return !OPEN.matcher(sql).find();
  }

  private void add(String name) {
    if (name.contains(".")) {
      names.add(name.replace("\"", "").toLowerCase(Locale.ROOT));
    }
  }

  private static List<String> texts(Plan plan, int steps) {
    List<String> texts = new ArrayList<>();
    plan.callbacks().opening().stream().map(PlannedCallback::sql).forEach(texts::add);
    for (PlannedMigration each : plan.migrations().subList(0, steps)) {
      texts.add(each.migration().sql());
      each.around().all().stream().map(PlannedCallback::sql).forEach(texts::add);
    }
    return texts;
  }
}
