package dev.annals.app.diff;

import dev.annals.extract.history.Plan;
import dev.annals.extract.history.PlannedMigration;
import dev.annals.model.history.Commit;
import dev.annals.model.history.LiveDatabase;
import dev.annals.model.history.LiveDatabase.Row;
import dev.annals.model.history.Migration;
import dev.annals.model.history.MigrationKind;
import dev.annals.model.history.VersionOrder;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a live database has run, by its own schema history.
 *
 * @param plan the project's migrations that it has run, in the order in which it has
 * @param migrations what it has run, with the texts and names that it knew, whether or not the
 *     project still has it
 * @param findings migrations that failed there
 * @param notes what a reader should know about it
 */
record Deployed(Plan plan, List<Migration> migrations, List<Finding> findings, List<String> notes) {

  /** Flyway writes no longer descriptions than this. */
  private static final int LONGEST = 200;

  Deployed {
    migrations = List.copyOf(migrations);
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }

  /** What it has run of a project. */
  static Deployed of(LiveDatabase live, Plan head) {
    Map<String, PlannedMigration> known = new LinkedHashMap<>();
    head.migrations().forEach(planned -> known.put(planned.migration().name(), planned));
    Map<String, Migration> ran = new LinkedHashMap<>();
    Map<String, Finding> failed = new TreeMap<>();
    List<String> notes = new ArrayList<>(live.notes());
    for (Row row : live.rows()) {
      String name = row.version().isEmpty() ? row.description() : row.version();
      if (!row.success()) {
        failed.put(name, failed(row, known.get(name), live.name()));
      } else if (row.type().endsWith("BASELINE")) {
        notes.add(
            "a baseline stands for the migrations up to %s: they were not run there"
                .formatted(row.version()));
        known.forEach((each, planned) -> baseline(planned, row.version(), ran));
      } else if (row.type().equals("DELETE") || row.type().startsWith("UNDO")) {
        ran.remove(name);
      } else if (!row.type().equals("SCHEMA") && row.rank() > 0) {
        failed.remove(name);
        ran.put(name, migration(row, known.get(name)));
      }
    }
    if (!live.tracked() && !live.schema().objects().isEmpty()) {
      known.forEach((name, planned) -> ran.put(name, planned.migration()));
      notes.add(
          "it has no schema history: what is pending there cannot be told, and it is compared with what all migrations give");
    }
    List<PlannedMigration> there =
        ran.keySet().stream().filter(known::containsKey).map(known::get).toList();
    return new Deployed(
        new Plan(
            head.settings(),
            head.callbacks().around(there),
            List.of(),
            head.callbacks(),
            head.notes()),
        List.copyOf(ran.values()),
        List.copyOf(failed.values()),
        notes);
  }

  private static void baseline(
      PlannedMigration planned, String version, Map<String, Migration> ran) {
    Migration migration = planned.migration();
    if (!migration.version().isEmpty()
        && VersionOrder.LOWEST_FIRST.compare(migration.version(), version) <= 0) {
      ran.putIfAbsent(migration.name(), migration);
    }
  }

  /** As the database has it: with the checksum and the description of its own. */
  private static Migration migration(Row row, PlannedMigration planned) {
    Migration file = planned == null ? null : planned.migration();
    int checksum =
        row.checksum().matches("-?\\d+")
            ? Integer.parseInt(row.checksum())
            : file == null ? 0 : file.checksum();
    boolean whole = row.description().length() < LONGEST && !row.description().isEmpty();
    return new Migration(
        row.version().isEmpty() ? MigrationKind.REPEATABLE : MigrationKind.VERSIONED,
        row.version(),
        file == null || whole ? row.description() : file.description(),
        file == null ? row.script() : file.path(),
        checksum,
        "",
        "",
        Commit.UNKNOWN,
        List.of());
  }

  private static Finding failed(Row row, PlannedMigration planned, String where) {
    return new Finding(
        "migration-failed",
        Severity.ERROR,
        List.of(),
        "%s did not run to its end in %s: Flyway runs nothing there before that is mended"
            .formatted(row.script(), where),
        "See below what it left behind, take that back, and run \"flyway repair\" there.",
        planned == null ? "" : planned.migration().path(),
        0,
        row.version().isEmpty() ? row.description() : row.version());
  }
}
