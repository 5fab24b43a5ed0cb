package dev.annals.app;

import dev.annals.extract.git.GitHistory;
import dev.annals.extract.git.Trace;
import dev.annals.extract.history.Plan;
import dev.annals.extract.history.PlannedMigration;
import dev.annals.model.history.Migration;
import java.util.ArrayList;
import java.util.Collection;
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
    learn(paths(plan), "");
    return told(plan);
  }

  /** Takes in what is known of some files, by path. */
  void know(Map<String, Trace> traces) {
    known.putAll(traces);
  }

  /** The paths of a plan's files. */
  public static List<String> paths(Plan plan) {
    return Stream.concat(plan.migrations().stream(), plan.undo().stream())
        .map(planned -> planned.migration().path())
        .toList();
  }

  /** The same plan, with what was learnt of its files; nothing is asked of git. */
  public Plan told(Plan plan) {
    Map<String, Trace> traces = known;
    List<String> notes = new ArrayList<>(plan.notes());
    notes.addAll(git.notes());
    return new Plan(
        plan.settings(),
        plan.migrations().stream().map(planned -> with(planned, traces)).toList(),
        plan.undo().stream().map(planned -> with(planned, traces)).toList(),
        plan.callbacks(),
        notes);
  }

  /**
   * Asks git about files. A walk over a long history takes its time: each is looked for once.
   *
   * @param since the hash of a commit that has none of them: they are looked for after it; empty to
   *     look from the beginning
   */
  public void learn(Collection<String> paths, String since) {
    List<String> missing = paths.stream().filter(path -> !known.containsKey(path)).toList();
    Map<String, Trace> found = git.trace(missing, since);
    missing.forEach(path -> known.put(path, found.getOrDefault(path, Trace.NONE)));
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
