package dev.annals.extract.history;

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
    List<PlannedMigration> undo,
    List<String> notes) {

  public Plan {
    migrations = List.copyOf(migrations);
    undo = List.copyOf(undo);
    notes = List.copyOf(notes);
  }

  /** The same migrations, to be replayed without a look at the way back. */
  public Plan withoutUndo() {
    return new Plan(settings, migrations, List.of(), notes);
  }
}
