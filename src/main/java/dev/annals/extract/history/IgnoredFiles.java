package dev.annals.extract.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names the files beside the migrations that Flyway would pass over, or that are not run here. */
final class IgnoredFiles {

  private static final Pattern PROGRAM = Pattern.compile("(?i).*\\.(sh|bash|ps1|bat|cmd|py)");

  private final String prefix;
  private final String repeatable;
  private final String separator;
  private final CallbackReasons callbacks;

  IgnoredFiles(FlywaySettings settings) {
    this.prefix =
        settings.properties().containsKey("flyway.sqlMigrationPrefix")
            ? settings.get("sqlMigrationPrefix")
            : "V";
    this.repeatable = or(settings.get("repeatableSqlMigrationPrefix"), "R");
    this.separator = or(settings.get("sqlMigrationSeparator"), "__");
    this.callbacks = new CallbackReasons(settings);
  }

  private static String or(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }

  static boolean isProgram(String name) {
    return PROGRAM.matcher(name).matches();
  }

  /** One sentence for each file that a user may have meant to be run. */
  List<String> notes(Collection<String> all, Set<String> used) {
    List<String> notes = new ArrayList<>();
    for (String path : all) {
      if (!used.contains(path)) {
        String why = why(path.substring(path.lastIndexOf('/') + 1));
        if (!why.isEmpty()) {
          notes.add(path + " " + why);
        }
      }
    }
    return notes;
  }

  private String why(String name) {
    if (isProgram(name)) {
      return "is a program: Flyway would run it, Annals never does";
    }
    if (name.matches("[VRB]\\d?[^ ]*__.*\\.(java|class|kt)")) {
      return "is a migration in code: it is not run, what it does is not in this history";
    }
    if (!name.toLowerCase(Locale.ROOT).endsWith(".sql")) {
      return "";
    }
    String event = name.substring(0, name.length() - 4).split(Pattern.quote(separator), 2)[0];
    String callback = callbacks.of(event);
    if (!callback.isEmpty()) {
      return callback;
    }
    boolean begins = name.startsWith(prefix) || name.startsWith(repeatable);
    if (begins && !name.contains(separator)) {
      return "is ignored by Flyway: its name lacks the \""
          + separator
          + "\" before the description";
    }
    return "is ignored by Flyway: its name is not that of a migration";
  }
}
