package dev.annals.app;

import dev.annals.extract.git.GitHistory;
import dev.annals.extract.git.Trace;
import dev.annals.extract.history.Plan;
import dev.annals.extract.history.PlannedMigration;
import dev.annals.model.history.Migration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Adds to migrations what git says about their files. */
public final class Provenance {

  private final GitHistory git;
  private final Map<String, Trace> known = new HashMap<>();

  /** What this repository says. */
  public Provenance(GitHistory git) {
    this.git = git;
  }

  /** The same plan, with the commits that brought and changed each file. */
  public Plan trace(Plan plan) {
    List<String> paths =
        Stream.concat(plan.migrations().stream(), plan.undo().stream())
            .map(planned -> planned.migration().path())
            .toList();
    Map<String, Trace> traces = traces(paths);
    List<String> notes = new ArrayList<>(plan.notes());
    notes.addAll(git.notes());
    return new Plan(
        plan.settings(),
        plan.migrations().stream().map(planned -> with(planned, traces)).toList(),
        plan.undo().stream().map(planned -> with(planned, traces)).toList(),
        plan.callbacks(),
        notes);
  }

  /** A walk over a long history takes its time: each file is looked for once. */
  private Map<String, Trace> traces(List<String> paths) {
    List<String> missing = paths.stream().filter(path -> !known.containsKey(path)).toList();
    Map<String, Trace> found = git.trace(missing);
    missing.forEach(path -> known.put(path, found.getOrDefault(path, Trace.NONE)));
    return known;
  }

  private static PlannedMigration with(PlannedMigration planned, Map<String, Trace> traces) {
    return planned.with(with(planned.migration(), traces));
  }

  private static Migration with(Migration migration, Map<String, Trace> traces) {
    Trace trace = traces.getOrDefault(migration.path(), Trace.NONE);
    return new Migration(
        migration.kind(),
        migration.version(),
        migration.description(),
        migration.path(),
        migration.checksum(),
        migration.sql(),
        migration.comment(),
        trace.introduced(),
        trace.edits());
  }
}
