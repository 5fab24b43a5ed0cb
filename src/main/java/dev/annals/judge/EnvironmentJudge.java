package dev.annals.judge;

import dev.annals.model.change.Change;
import dev.annals.model.history.History;
import dev.annals.model.history.LiveDatabase;
import dev.annals.model.history.Step;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Snapshot;
import dev.annals.model.story.Environment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares a live database with the history that it should have had. */
public final class EnvironmentJudge {

  private final History history;

  /** A judge for databases that follow a history. */
  public EnvironmentJudge(History history) {
    this.history = history;
  }

  /** What can be said of a live database. */
  public Environment judge(LiveDatabase live) {
    Installed installed = new Installed(history, live.rows());
    List<String> notes = new ArrayList<>(live.notes());
    if (!live.problem().isEmpty()) {
      return environment(live, installed, List.of(), List.of(), notes, false);
    }
    LiveDrift drift = new LiveDrift(live, history.last().schema());
    live.elsewhere().stream()
        .filter(drift::isElsewhere)
        .forEach(
            schema ->
                notes.add(
                    "schema %s has a migration table of its own: it is another project's, and not compared"
                        .formatted(schema)));
    if (!live.tracked()) {
      List<Change> made = drift.from(history.initial().schema(), Set.of());
      if (!made.isEmpty()) {
        notes.add(
            "what has run there cannot be told: it is compared with what all migrations give");
        List<Change> found = drift.from(history.last().schema(), Set.of());
        return environment(live, installed, List.of(), found, notes, true);
      }
    }
    if (installed.hasBaseline()) {
      notes.add("a baseline stands for the migrations up to its version: they were not run here");
    }
    List<String> pending =
        history.steps().stream()
            .map(step -> step.migration().name())
            .filter(name -> !installed.done().contains(name))
            .toList();
    int last = last(installed);
    List<Change> found =
        drift.from(
            (last < 0 ? history.initial() : history.steps().get(last).after()).schema(),
            open(installed, last, notes));
    return environment(live, installed, pending, found, notes, false);
  }

  /** What can be said of a live database of which it is known that it has run the whole history. */
  public Environment judgeWhole(LiveDatabase live) {
    Installed installed = new Installed(history, live.rows());
    List<String> notes = new ArrayList<>(live.notes());
    Set<ObjectRef> open = open(installed, -1, notes);
    List<Change> drift =
        new LiveDrift(live, history.last().schema()).from(history.last().schema(), open);
    return environment(live, installed, List.of(), drift, notes, false);
  }

  private static Environment environment(
      LiveDatabase live,
      Installed installed,
      List<String> pending,
      List<Change> drift,
      List<String> notes,
      boolean untracked) {
    return new Environment(
        live.name(),
        live.engine(),
        live.problem(),
        installed.applied(),
        pending,
        installed.version(),
        drift,
        live.reader(),
        notes,
        untracked);
  }

  /** The last step that has run; -1 where none has. */
  private int last(Installed installed) {
    for (int i = history.steps().size() - 1; i >= 0; i--) {
      if (installed.done().contains(history.steps().get(i).migration().name())) {
        return i;
      }
    }
    return -1;
  }

  /** What migrations do that are still to run there, below others that have run. */
  private Set<ObjectRef> open(Installed installed, int last, List<String> notes) {
    Set<ObjectRef> open = new HashSet<>();
    for (int i = 0; i < history.steps().size(); i++) {
      Step step = history.steps().get(i);
      String name = step.migration().name();
      boolean outdated = installed.outdated().contains(name);
      boolean below = i < last && !installed.done().contains(name);
      if (outdated || below) {
        Snapshot before = history.before(i);
        Set<ObjectRef> touched = LiveDrift.touched(before, step.after());
        if (open.addAll(touched)) {
          notes.add(
              "%s is still to run there%s: what it makes and changes is not compared"
                  .formatted(name, outdated ? " again" : ", below others that have run"));
        }
      }
    }
    return open;
  }
}
