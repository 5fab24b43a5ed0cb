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

  private static final String MISNAMED =
      "is ignored by Flyway: its name is not that of a migration";

  private static final String CONFIGURATION = ".conf";

  /** Of so many files each is named. */
  private static final int AT_ONCE = 5;

  private final String prefix;
  private final String repeatable;
  private final String separator;
  private final String suffixes;
  private final Pattern numbered;
  private final CallbackReasons callbacks;

  IgnoredFiles(FlywaySettings settings) {
    this.prefix =
        settings.properties().containsKey("flyway.sqlMigrationPrefix")
            ? settings.get("sqlMigrationPrefix")
            : "V";
    this.repeatable = or(settings.get("repeatableSqlMigrationPrefix"), "R");
    this.separator = or(settings.get("sqlMigrationSeparator"), "__");
    this.suffixes = or(settings.get("sqlMigrationSuffixes"), ".sql").replace(",", " or ");
    this.numbered =
        Pattern.compile(
            ("(?:" + Pattern.quote(prefix) + "\\d[\\d._]*|" + Pattern.quote(repeatable) + ")")
                + Pattern.quote(separator)
                + ".+");
    this.callbacks = new CallbackReasons(settings);
  }

  private static String or(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }

  static boolean isProgram(String name) {
    return PROGRAM.matcher(name).matches();
  }

  /**
   * One sentence for each file that a user may have meant to be run; one for all migrations in
   * code; where many have no name of a migration, the first and how many there are.
   */
  List<String> notes(Collection<String> all, Set<String> used) {
    List<String> notes = new ArrayList<>();
    List<String> misnamed = new ArrayList<>();
    List<String> code = new ArrayList<>();
    for (String path : all) {
      String name = path.substring(path.lastIndexOf('/') + 1);
      if (!used.contains(path) && !isProgram(name) && JavaSources.isMigration(name)) {
        code.add(path);
      } else if (!used.contains(path)) {
        String why = why(path, name, all);
        if (why.equals(MISNAMED)) {
          misnamed.add(path);
        } else if (!why.isEmpty()) {
          notes.add(path + " " + why);
        }
      }
    }
    notes.addAll(JavaSources.told(code));
    int told = misnamed.size() > AT_ONCE ? 1 : misnamed.size();
    misnamed.subList(0, told).forEach(path -> notes.add(path + " " + MISNAMED));
    if (told < misnamed.size()) {
      notes.add(
          (misnamed.size() - told)
              + " more files there are ignored by Flyway in the same way"
              + withoutPrefix(misnamed));
    }
    return notes;
  }

  private String withoutPrefix(List<String> misnamed) {
    long numbered =
        misnamed.stream()
            .filter(path -> path.matches("(?:.*/)?\\d[\\d._]*" + Pattern.quote(separator) + ".+"))
            .count();
    return numbered * 2 > misnamed.size() && !prefix.isEmpty()
        ? "; if they are migrations without the "
            + prefix
            + ": migrations: { settings: { sqlMigrationPrefix: \"\" } }"
        : "";
  }

  private String why(String path, String name, Collection<String> all) {
    if (isProgram(name)) {
      String first = name.substring(0, name.lastIndexOf('.')).split(Pattern.quote(separator), 2)[0];
      boolean runs = isMigration(name) || !callbacks.of(first).isEmpty();
      return runs ? "is a program: Flyway would run it, Annals never does" : "";
    }
    if (!name.toLowerCase(Locale.ROOT).endsWith(".sql")) {
      return numbered.matcher(name).matches() ? ofAnotherSort(path, all) : "";
    }
    String event = name.substring(0, name.length() - 4).split(Pattern.quote(separator), 2)[0];
    String callback = callbacks.of(event);
    if (!callback.isEmpty()) {
      return callback;
    }
    if (begins(name) && !name.contains(separator)) {
      return "is ignored by Flyway: its name lacks the \""
          + separator
          + "\" before the description";
    }
    return MISNAMED;
  }

  /** A file with the name of a migration as far as its end. */
  private String ofAnotherSort(String path, Collection<String> all) {
    if (!path.endsWith(CONFIGURATION)) {
      return "is ignored by Flyway: its name does not end in " + suffixes;
    }
    boolean configures = all.contains(path.substring(0, path.length() - CONFIGURATION.length()));
    return configures ? "" : "is ignored by Flyway: there is no file that it configures";
  }

  private boolean isMigration(String name) {
    return begins(name) && name.contains(separator);
  }

  private boolean begins(String name) {
    return name.startsWith(prefix) || name.startsWith(repeatable);
  }
}
