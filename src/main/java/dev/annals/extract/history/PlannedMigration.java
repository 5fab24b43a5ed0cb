package dev.annals.extract.history;

import dev.annals.model.Problem;
import dev.annals.model.history.Migration;
import dev.annals.model.history.MigrationKind;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.sqlscript.SqlScript;

/**
 * A migration that is to be replayed, with Flyway's own reading of its statements.
 *
 * @param migration what it is
 * @param script its statements, placeholders filled in, and how they are to be run
 * @param placeholders Flyway's own, which are shared by all migrations of a plan
 * @param config the text of its script configuration, {@code V1__a.sql.conf}; empty without one
 * @param around the callbacks that run around it
 */
public record PlannedMigration(
    Migration migration,
    SqlScript script,
    Map<String, String> placeholders,
    String config,
    Surroundings around) {

  /** The same between other callbacks. */
  public PlannedMigration with(Surroundings others) {
    return new PlannedMigration(migration, script, placeholders, config, others);
  }

  /** The same as something else is known about it. */
  public PlannedMigration with(Migration other) {
    return new PlannedMigration(other, script, placeholders, config, around);
  }

  boolean isRepeatable() {
    return migration.kind() == MigrationKind.REPEATABLE;
  }

  /**
   * Reads its statements and those of its callbacks; the migrations of a plan are read one after
   * another, in any one thread.
   *
   * @return whether they run in one transaction
   * @throws Problem if Flyway would refuse them
   */
  public boolean parse() {
    around.all().forEach(PlannedCallback::parse);
    return parse("migration", migration.path(), script, placeholders);
  }

  static boolean parse(
      String what, String path, SqlScript script, Map<String, String> placeholders) {
    placeholders.put("flyway:filename", path.substring(path.lastIndexOf('/') + 1));
    try {
      script.validate();
      return script.executeInTransaction();
    } catch (FlywayException e) {
      throw Problem.failure(
          "reading the " + what + " " + path + ": Flyway refuses it: " + e.getMessage().strip(),
          "Flyway itself would stop here, too. If it is for mixing statements that run in a"
              + " transaction with others that do not:\n  migrations: { settings: { mixed: true } }",
          e);
    }
  }
}
