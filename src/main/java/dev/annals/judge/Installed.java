package dev.annals.judge;

import dev.annals.model.history.History;
import dev.annals.model.history.LiveDatabase.Row;
import dev.annals.model.history.Migration;
import dev.annals.model.history.Step;
import dev.annals.model.history.VersionOrder;
import dev.annals.model.story.Environment.Applied;
import dev.annals.model.story.Environment.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a live database's migration table says of a history, row after row. */
final class Installed {

  private final Map<String, Migration> byName = new HashMap<>();
  private final List<Applied> applied = new ArrayList<>();
  private final SortedSet<String> done = new TreeSet<>();
  private final SortedSet<String> outdated = new TreeSet<>();
  private String baseline = "";

  Installed(History history, List<Row> rows) {
    for (Step step : history.steps()) {
      byName.put(step.migration().name(), step.migration());
    }
    rows.forEach(this::take);
    if (!baseline.isEmpty()) {
      for (Migration migration : byName.values()) {
        if (!migration.version().isEmpty()
            && VersionOrder.LOWEST_FIRST.compare(migration.version(), baseline) <= 0) {
          done.add(migration.name());
        }
      }
    }
  }

  private void take(Row row) {
    String name = name(row);
    State state = state(row);
    applied.add(applied(row, state));
    if (row.type().startsWith("UNDO")) {
      replace(row, State.UNDONE);
      done.remove(name);
    } else if (row.type().equals("DELETE")) {
      replace(row, State.DELETED);
      done.remove(name);
    } else if (state == State.BASELINE) {
      baseline = row.version();
    } else if (state != State.FAILED && state != State.OTHER) {
      if (row.version().isEmpty()) {
        replace(row, State.SUPERSEDED);
      }
      done.add(name);
      outdated.remove(name);
      if (state == State.OUTDATED) {
        done.remove(name);
        outdated.add(name);
      }
    }
  }

  private static String name(Row row) {
    return row.version().isEmpty() ? row.description() : row.version();
  }

  /** What becomes of earlier rows of the same migration. */
  private void replace(Row row, State state) {
    for (int i = 0; i < applied.size() - 1; i++) {
      Applied each = applied.get(i);
      boolean same =
          row.version().isEmpty()
              ? each.version().isEmpty() && each.description().equals(row.description())
              : each.version().equals(row.version());
      if (same && each.state() != State.FAILED && each.state() != State.OTHER) {
        applied.set(i, each.in(state));
      }
    }
  }

  private static Applied applied(Row row, State state) {
    return new Applied(
        row.rank(),
        row.version(),
        row.description(),
        row.script(),
        row.by(),
        row.on(),
        row.millis(),
        state);
  }

  private State state(Row row) {
    if (!row.success()) {
      return State.FAILED;
    }
    if (row.type().endsWith("BASELINE")) {
      return State.BASELINE;
    }
    if (row.type().equals("SCHEMA")
        || row.type().equals("DELETE")
        || row.type().startsWith("UNDO")
        || row.rank() <= 0) {
      return State.OTHER;
    }
    Migration migration = byName.get(name(row));
    if (migration == null) {
      return State.MISSING;
    }
    if (row.checksum().isEmpty() || row.checksum().equals("" + migration.checksum())) {
      return State.APPLIED;
    }
    return row.version().isEmpty() ? State.OUTDATED : State.EDITED;
  }

  /** All rows, in the order of installation. */
  List<Applied> applied() {
    return applied;
  }

  /** Names of migrations that have run and need not run again. */
  SortedSet<String> done() {
    return done;
  }

  /** Names of repeatable migrations that ran there as another file than today's. */
  SortedSet<String> outdated() {
    return outdated;
  }

  /** True where a baseline stands for what is below it. */
  boolean hasBaseline() {
    return !baseline.isEmpty();
  }

  /** The highest version that has run or is stood for; empty where there is none. */
  String version() {
    List<String> versions = new ArrayList<>(List.of(baseline));
    for (Applied row : applied) {
      if (row.state() == State.APPLIED
          || row.state() == State.EDITED
          || row.state() == State.MISSING) {
        versions.add(row.version());
      }
    }
    return versions.stream()
        .filter(version -> !version.isEmpty())
        .max(VersionOrder.LOWEST_FIRST)
        .orElse("");
  }
}
