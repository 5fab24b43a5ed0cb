package dev.annals.extract.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.api.MigrationVersion;

/**
 * The migrations of a project in the order in which Flyway would run them.
 *
 * @param settings what the project says to Flyway
 * @param migrations versioned ones by version, then repeatable ones by description
 * @param undo rollback scripts, by version
 * @param callbacks the callbacks of the project; those that run are in the migrations, too
 * @param notes files that are left out, and why
 */
public record Plan(
    FlywaySettings settings,
    List<PlannedMigration> migrations,
    List<PlannedMigration> undo,
    Callbacks callbacks,
    List<String> notes) {

  public Plan {
    migrations = List.copyOf(migrations);
    undo = List.copyOf(undo);
    notes = List.copyOf(notes);
  }

  /** What the session of every migration begins with: Flyway's {@code initSql} and callbacks. */
  public String sessionSql() {
    return settings.get("initSql") + "\n" + callbacks.sessionSql();
  }

  /** The rollback script of each migration that has one, by the migration's index. */
  public Map<Integer, PlannedMigration> undoBySteps() {
    Map<MigrationVersion, PlannedMigration> scripts = new HashMap<>();
    for (PlannedMigration script : undo) {
      scripts.putIfAbsent(MigrationVersion.fromVersion(script.migration().version()), script);
    }
    Map<Integer, PlannedMigration> bySteps = new TreeMap<>();
    for (int i = 0; i < migrations.size() && !scripts.isEmpty(); i++) {
      String version = migrations.get(i).migration().version();
      PlannedMigration script =
          version.isEmpty() ? null : scripts.get(MigrationVersion.fromVersion(version));
      if (script != null) {
        bySteps.put(i, script);
      }
    }
    return bySteps;
  }

  /** The same, with more to be told. */
  public Plan noting(List<String> more) {
    List<String> all = new ArrayList<>(notes);
    all.addAll(more);
    return new Plan(settings, migrations, undo, callbacks, all);
  }

  /** The same migrations, to be replayed without a look at the way back. */
  public Plan withoutUndo() {
    return new Plan(settings, migrations, List.of(), callbacks, notes);
  }
}
