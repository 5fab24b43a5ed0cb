package dev.annals.extract.history;

import dev.annals.model.history.Migration;
import java.util.List;

/**
 * The migrations of a project in the order in which Flyway would run them.
 *
 * @param settings what the project says to Flyway
 * @param migrations versioned ones by version, then repeatable ones by description
 * @param undo rollback scripts, by version
 * @param notes files that are left out, and why
 */
public record Plan(
    FlywaySettings settings,
    List<PlannedMigration> migrations,
    List<Migration> undo,
    List<String> notes) {

  public Plan {
    migrations = List.copyOf(migrations);
    undo = List.copyOf(undo);
    notes = List.copyOf(notes);
  }
}
