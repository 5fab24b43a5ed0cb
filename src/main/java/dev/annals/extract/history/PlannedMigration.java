package dev.annals.extract.history;

import dev.annals.model.Problem;
import dev.annals.model.history.Migration;
import dev.annals.model.history.MigrationKind;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.sqlscript.SqlScript;

/**
 * A migration that is to be replayed, with Flyway's own reading of its statements.
 *
 * @param migration what it is
 * @param script its statements, placeholders filled in, and how they are to be run
 * @param placeholders Flyway's own, which are shared by all migrations of a plan
 * @param config the text of its script configuration, {@code V1__a.sql.conf}; empty without one
 * @param code what runs it where it is a Java class
 * @param around the callbacks that run around it
 */
public record PlannedMigration(
    Migration migration,
    SqlScript script,
    Map<String, String> placeholders,
    String config,
    JavaCode code,
    Surroundings around) {

  /** What Flyway says where a placeholder has no value. */
  public static final Pattern PLACEHOLDER =
      Pattern.compile("No value provided for placeholder: \\$\\{([\\w.-]+)}");

  private static final String LEFT_ALONE = "settings: { placeholderReplacement: false }";

  /** The same between other callbacks. */
  public PlannedMigration with(Surroundings others) {
    return new PlannedMigration(migration, script, placeholders, config, code, others);
  }

  /** The same as something else is known about it. */
  public PlannedMigration with(Migration other) {
    return new PlannedMigration(other, script, placeholders, config, code, around);
  }

  public boolean isRepeatable() {
    return migration.kind() == MigrationKind.REPEATABLE;
  }

  /**
   * Reads its statements and those of its callbacks, in any thread: those of a plan are read one
   * after another.
   *
   * @return whether they run in one transaction
   * @throws Problem if Flyway would refuse them
   */
  public boolean parse() {
    around.all().forEach(PlannedCallback::parse);
    if (code.isJava()) {
      return code.transactional();
    }
    return parse("migration", migration.path(), script, placeholders);
  }

  static boolean parse(
      String what, String path, SqlScript script, Map<String, String> placeholders) {
    try {
      synchronized (placeholders) { // callbacks are read while migrations are
        placeholders.put("flyway:filename", path.substring(path.lastIndexOf('/') + 1));
        script.validate();
      }
      return script.executeInTransaction();
    } catch (FlywayException e) {
      throw Problem.failure(
          "reading the " + what + " " + path + ": Flyway refuses it: " + e.getMessage().strip(),
          "Flyway itself would stop here, too."
              + remedy(e.getMessage())
              + (what.equals("callback")
                  ? "\nTo replay without callbacks: settings: { skipDefaultCallbacks: true }"
                  : ""),
          e);
    }
  }

  private static String remedy(String message) {
    Matcher placeholder = PLACEHOLDER.matcher(message);
    if (placeholder.find()) {
      return " Say in annals.yml what you give to Flyway for it:\n"
          + "  migrations: { settings: { placeholders."
          + placeholder.group(1)
          + ": value } }\n"
          + "If it is no placeholder: "
          + LEFT_ALONE;
    }
    if (message.contains("No value provided for placeholder")) {
      return " If it is no placeholder but text, say so in annals.yml, or in the script's own .conf:\n"
          + "  migrations: { "
          + LEFT_ALONE
          + " }";
    }
    return " If it is for mixing statements that run in a transaction with others that do not:\n"
        + "  migrations: { settings: { mixed: true } }";
  }
}
