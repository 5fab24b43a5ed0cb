package dev.annals.extract.replay;

import dev.annals.extract.history.Plan;
import dev.annals.extract.history.PlannedMigration;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.model.Problem;
import dev.annals.model.history.History;
import dev.annals.model.history.Step;
import dev.annals.model.history.UndoRun;
import dev.annals.model.schema.Snapshot;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Runs the migrations of a plan one after another in a scratch database, over one connection and
 * under Flyway's rules, and keeps the schema after each.
 */
public final class Replay {

  private final ScratchServer server;
  private final Plan plan;
  private final Known known;
  private final ReplayListener listener;
  private final Consumer<Replayed> soFar;

  private Replay(
      ScratchServer server,
      Plan plan,
      Known known,
      ReplayListener listener,
      Consumer<Replayed> soFar) {
    this.server = server;
    this.plan = plan;
    this.known = known;
    this.listener = listener;
    this.soFar = soFar;
  }

  /**
   * Replays a plan in a database of its own, which is dropped afterwards.
   *
   * @throws Problem if a migration fails, with its file, line and the server's message
   */
  public static History run(ScratchServer server, Plan plan, ReplayListener listener) {
    return onwards(server, plan, Known.NOTHING, listener, unused -> {}).history();
  }

  /**
   * Replays a plan of which the beginning is known: that runs unwatched, and only what comes after
   * it is recorded.
   *
   * @param soFar told what was recorded before a migration that fails
   * @throws Problem if a migration fails, with its file, line and the server's message
   */
  public static Replayed onwards(
      ScratchServer server,
      Plan plan,
      Known known,
      ReplayListener listener,
      Consumer<Replayed> soFar) {
    if (Forerunner.helps(server, plan, known.steps().size())) {
      try {
        return new Replay(server, plan, known, listener, unused -> {})
            .run(Meeting.in(plan.migrations(), known.steps().size()));
      } catch (Problem | Mismatch e) {
        // alone, to be sure that it was not because there were two
      }
    }
    return alone(server, plan, known, listener, soFar);
  }

  /** The same by one replay, whatever the plan. */
  static Replayed alone(
      ScratchServer server,
      Plan plan,
      Known known,
      ReplayListener listener,
      Consumer<Replayed> soFar) {
    try {
      return new Replay(server, plan, known, listener, soFar).run(null);
    } catch (Mismatch e) {
      // what was known is not what happens: everything is looked at
      return new Replay(server, plan, Known.NOTHING, listener, soFar).run(null);
    }
  }

  /** Replays with another that runs ahead; the two meet at a step. */
  static History meeting(ScratchServer server, Plan plan, int step) {
    return new Replay(server, plan, Known.NOTHING, (number, all, script) -> {}, unused -> {})
        .run(Meeting.in(plan.migrations(), 0).at(step))
        .history();
  }

  /** What was known does not fit. */
  private static final class Mismatch extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private Replayed run(Meeting meeting) {
    // to take migrations apart takes Flyway as long as the server needs to be ready for them
    try (ParseAhead ahead = new ParseAhead(plan);
        Forerunner forerunner =
            meeting == null ? null : Forerunner.start(server, plan, ahead, meeting);
        Lane lane = Lane.open(server, plan, ahead)) {
      for (int step = 0; step < known.steps().size(); step++) {
        if (!lane.pass(step)) {
          throw new Mismatch();
        }
      }
      if (!lane.record(known)) {
        throw new Mismatch();
      }
      return run(lane, meeting, forerunner);
    } catch (SQLException e) {
      throw AdminSession.unprepared(server, e);
    }
  }

  private Replayed run(Lane lane, Meeting meeting, Forerunner forerunner) throws SQLException {
    int all = plan.migrations().size();
    int step = known.steps().size();
    for (; step < all && (meeting == null || meeting.records(step)); step++) {
      run(lane, step);
    }
    Optional<Forerunner.Rest> rest = Optional.empty();
    if (forerunner != null) {
      List<Step> steps = lane.steps();
      Snapshot last = steps.isEmpty() ? lane.initial() : steps.get(steps.size() - 1).after();
      rest = forerunner.rest(step, last, lane.highest());
    }
    for (; step < all; step++) {
      if (rest.isEmpty()) {
        run(lane, step);
      } else {
        tell(step); // it has been run
      }
    }
    return replayed(lane, rest, forerunner == null ? List.of() : forerunner.notes());
  }

  private void run(Lane lane, int step) throws SQLException {
    tell(step);
    try {
      lane.run(step);
    } catch (Problem e) {
      soFar.accept(replayed(lane, Optional.empty(), List.of()));
      throw e;
    }
  }

  private void tell(int step) {
    List<PlannedMigration> all = plan.migrations();
    listener.running(step + 1, all.size(), all.get(step).migration().script());
  }

  private Replayed replayed(
      Lane lane, Optional<Forerunner.Rest> rest, List<List<String>> elsewhere) {
    List<Step> steps = new ArrayList<>(known.steps());
    steps.addAll(lane.steps());
    List<UndoRun> tried = new ArrayList<>(lane.undone());
    rest.ifPresent(
        more -> {
          steps.addAll(more.steps());
          tried.addAll(more.undone());
        });
    List<UndoRun> undone = new ArrayList<>(known.undone());
    tried.stream().filter(run -> run.step() < steps.size()).forEach(undone::add);
    List<List<String>> notes = new ArrayList<>(known.notes());
    for (int step = notes.size(); step < steps.size(); step++) {
      Set<String> said = new TreeSet<>();
      for (List<List<String>> told : List.of(lane.notes(), elsewhere)) {
        if (step < told.size()) {
          said.addAll(told.get(step));
        }
      }
      notes.add(List.copyOf(said));
    }
    Snapshot initial = known.steps().isEmpty() ? lane.initial() : known.initial();
    return new Replayed(
        history(server, plan, initial, steps, undone, notes), notes, known.steps().size());
  }

  /**
   * The history that these steps are.
   *
   * @param notes of the steps, in their order
   */
  public static History history(
      ScratchServer server,
      Plan plan,
      Snapshot initial,
      List<Step> steps,
      List<UndoRun> undone,
      List<List<String>> notes) {
    Set<String> said = new TreeSet<>();
    notes.forEach(said::addAll);
    List<String> all = new ArrayList<>(plan.notes());
    all.addAll(said);
    return new History(
        server.engine(),
        initial,
        steps,
        plan.undo().stream().map(PlannedMigration::migration).toList(),
        undone,
        all);
  }
}
