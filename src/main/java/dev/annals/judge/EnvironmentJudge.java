package dev.annals.judge;

import dev.annals.judge.diff.SchemaDiff;
import dev.annals.model.change.Change;
import dev.annals.model.history.History;
import dev.annals.model.history.LiveDatabase;
import dev.annals.model.history.LiveDatabase.Row;
import dev.annals.model.history.Migration;
import dev.annals.model.history.Step;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Snapshot;
import dev.annals.model.story.Environment;
import dev.annals.model.story.Environment.Applied;
import dev.annals.model.story.Environment.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares a live database with the history that it should have had. */
public final class EnvironmentJudge {

  private final History history;
  private final Map<String, Migration> byName = new HashMap<>();

  /** A judge for databases that follow a history. */
  public EnvironmentJudge(History history) {
    this.history = history;
    for (Step step : history.steps()) {
      byName.put(step.migration().name(), step.migration());
    }
  }

  /** What can be said of a live database. */
  public Environment judge(LiveDatabase live) {
    List<Applied> applied = applied(live.rows());
    Set<String> done = new HashSet<>();
    String version = "";
    boolean baseline = false;
    for (Applied row : applied) {
      if (row.state() == State.BASELINE) {
        baseline = true;
        version = row.version();
        addUpTo(row.version(), done);
      } else if (row.state() != State.FAILED && row.state() != State.OTHER) {
        done.add(row.version().isEmpty() ? row.description() : row.version());
        version = row.version().isEmpty() ? version : row.version();
      }
    }
    List<String> pending =
        history.steps().stream()
            .map(step -> step.migration().name())
            .filter(name -> !done.contains(name))
            .toList();
    List<String> notes = new ArrayList<>(live.notes());
    if (baseline) {
      notes.add("a baseline stands for the migrations up to its version: they were not run here");
    }
    return new Environment(
        live.name(),
        live.engine(),
        live.problem(),
        applied,
        live.problem().isEmpty() ? pending : List.of(),
        version,
        live.problem().isEmpty() ? drift(live, done, notes) : List.of(),
        live.reader(),
        notes);
  }

  /** What can be said of a live database of which it is known that it has run the whole history. */
  public Environment judgeWhole(LiveDatabase live) {
    return new Environment(
        live.name(),
        live.engine(),
        live.problem(),
        applied(live.rows()),
        List.of(),
        "",
        drift(live, history.last().schema()),
        live.reader(),
        live.notes());
  }

  private void addUpTo(String version, Set<String> done) {
    for (Step step : history.steps()) {
      if (!step.migration().version().isEmpty()) {
        done.add(step.migration().version());
        if (step.migration().version().equals(version)) {
          return;
        }
      }
    }
  }

  private List<Applied> applied(List<Row> rows) {
    Map<String, Integer> last = new HashMap<>();
    for (Row row : rows) {
      last.put(row.version() + "\0" + row.description(), row.rank());
    }
    return rows.stream()
        .map(
            row ->
                new Applied(
                    row.rank(),
                    row.version(),
                    row.description(),
                    row.script(),
                    row.by(),
                    row.on(),
                    row.millis(),
                    state(row, last.get(row.version() + "\0" + row.description()))))
        .toList();
  }

  private State state(Row row, int lastRank) {
    if (!row.success()) {
      return State.FAILED;
    }
    if (row.type().endsWith("BASELINE")) {
      return State.BASELINE;
    }
    if (row.type().equals("SCHEMA") || row.type().equals("DELETE") || row.rank() <= 0) {
      return State.OTHER;
    }
    if (row.version().isEmpty() && lastRank != row.rank()) {
      return State.SUPERSEDED;
    }
    Migration migration = byName.get(row.version().isEmpty() ? row.description() : row.version());
    if (migration == null) {
      return State.MISSING;
    }
    boolean same = row.checksum().isEmpty() || row.checksum().equals("" + migration.checksum());
    return same ? State.APPLIED : State.EDITED;
  }

  /** The schema that the applied migrations give, against the one that is there. */
  private List<Change> drift(LiveDatabase live, Set<String> done, List<String> notes) {
    int last = -1;
    boolean gap = false;
    for (int i = 0; i < history.steps().size(); i++) {
      if (done.contains(history.steps().get(i).migration().name())) {
        gap |= last < i - 1;
        last = i;
      }
    }
    if (gap) {
      notes.add("some migrations are applied before earlier ones: drift is told against the last");
    }
    return drift(live, (last < 0 ? history.initial() : history.steps().get(last).after()).schema());
  }

  private static List<Change> drift(LiveDatabase live, Schema expected) {
    boolean coarse = live.isCoarse();
    Schema then = coarse ? Coarse.of(expected) : expected;
    Schema now = coarse ? Coarse.of(live.schema()) : live.schema();
    return SchemaDiff.between(Snapshot.of(then), Snapshot.of(now)).stream()
        .filter(EnvironmentJudge::matters)
        .filter(
            change -> !(change instanceof Change.Added) || !isForeign(change.subject(), expected))
        .toList();
  }

  /** Owners and rights are an environment's own business. */
  static boolean matters(Change change) {
    boolean owner =
        change instanceof Change.Altered altered && altered.property() == Property.OWNER;
    return switch (change.kind()) {
      case GRANT, DEFAULT_PRIVILEGE -> false;
      default -> !owner;
    };
  }

  /**
   * True for publications and event triggers of which the migrations know nothing: who copies data
   * elsewhere, or hosts, makes their own.
   */
  static boolean isForeign(ObjectRef live, Schema migrations) {
    return switch (live.kind()) {
      case PUBLICATION, EVENT_TRIGGER -> migrations.find(live).isEmpty();
      default -> false;
    };
  }
}
