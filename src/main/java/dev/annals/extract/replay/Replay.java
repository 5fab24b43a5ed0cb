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
  private final States states;
  private final ReplayListener listener;
  private final Consumer<Replayed> soFar;

  private Replay(
      ScratchServer server,
      Plan plan,
      Known known,
      States states,
      ReplayListener listener,
      Consumer<Replayed> soFar) {
    this.server = server;
    this.plan = plan;
    this.known = known;
    this.states = states;
    this.listener = listener;
    this.soFar = soFar;
  }

  /**
   * Replays a plan in a database of its own, which is dropped afterwards.
   *
   * @throws Problem if a migration fails, with its file, line and the server's message
   */
  public static History run(ScratchServer server, Plan plan, ReplayListener listener) {
    return onwards(server, plan, Known.NOTHING, States.NONE, Early.none(), listener, unused -> {})
        .history();
  }

  /**
   * Replays a plan of which the beginning is known: that runs unwatched, or not at all where a
   * database is kept that has run it, and only what comes after it is recorded.
   *
   * @param states where databases are kept
   * @param early the nearest of them, of which the server starts already
   * @param soFar told what was recorded before a migration that fails
   * @throws Problem if a migration fails, with its file, line and the server's message
   */
  public static Replayed onwards(
      ScratchServer server,
      Plan plan,
      Known known,
      States states,
      Early early,
      ReplayListener listener,
      Consumer<Replayed> soFar) {
    Replay quiet = new Replay(server, plan, known, states, listener, unused -> {});
    try {
      Optional<Ground.Kept> kept = quiet.taken(early);
      if (kept.isPresent()) {
        return quiet.from(early.step(), kept.get());
      }
    } catch (Mismatch e) {
      states.drop(early.step());
    } catch (Problem e) {
      // from the beginning, to be sure that it was not for where we began
    }
    int until = quiet.together();
    if (until > 0) {
      try {
        return quiet.run(Meeting.in(plan.migrations().subList(0, until), known.steps().size()));
      } catch (Problem | Mismatch e) {
        // alone, to be sure that it was not because there were two
      }
    }
    return alone(server, plan, known, states, listener, soFar);
  }

  /** The same by one replay, whatever the plan. */
  static Replayed alone(
      ScratchServer server,
      Plan plan,
      Known known,
      States states,
      ReplayListener listener,
      Consumer<Replayed> soFar) {
    try {
      return new Replay(server, plan, known, states, listener, soFar).run(null);
    } catch (Mismatch e) {
      // what was known is not what happens: everything is looked at
      return new Replay(server, plan, Known.NOTHING, states, listener, soFar).run(null);
    }
  }

  private Optional<Ground.Kept> taken(Early early) {
    try {
      boolean spares = spares(server, plan, early.step(), known.steps().size());
      return spares ? early.take() : Optional.empty();
    } catch (Problem e) {
      states.drop(early.step()); // it does not start
      return Optional.empty();
    }
  }

  /** Whether to begin after some migrations is faster than two replays that begin with nothing. */
  static boolean spares(ScratchServer server, Plan plan, int migrations, int known) {
    long[] work = Meeting.work(plan.migrations());
    return migrations > 0
        && migrations <= known
        && (work[migrations] >= work[work.length - 1] - work[known]
            || !Forerunner.helps(server, plan, known));
  }

  /** The step up to which two replays are of use; 0 where they are not. */
  private int together() {
    int first = known.steps().size();
    int all = plan.migrations().size();
    int wanted = states.wanted();
    int until = wanted > 0 && Forerunner.helps(server, plan, first, wanted) ? wanted : all;
    return Forerunner.helps(server, plan, first, until) ? until : 0;
  }

  /** Replays with another that runs ahead; the two meet at a step. */
  static History meeting(ScratchServer server, Plan plan, int step) {
    return new Replay(
            server, plan, Known.NOTHING, States.NONE, (number, all, script) -> {}, unused -> {})
        .run(Meeting.in(plan.migrations(), 0).at(step))
        .history();
  }

  /** What was known does not fit. */
  private static final class Mismatch extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private Replayed from(int step, Ground.Kept kept) {
    try (ParseAhead ahead = new ParseAhead(plan, step);
        Lane lane = at(step, kept, ahead)) {
      return run(lane, step, null, null);
    } catch (SQLException e) {
      throw AdminSession.unprepared(server, e);
    }
  }

  private Lane at(int step, Ground.Kept kept, ParseAhead ahead) {
    try {
      return Lane.at(step, kept, plan, ahead);
    } catch (Problem e) {
      throw new Mismatch();
    }
  }

  private Replayed run(Meeting meeting) {
    // to take migrations apart takes Flyway as long as the server needs to be ready for them
    try (ParseAhead ahead = new ParseAhead(plan, 0);
        Forerunner forerunner =
            meeting == null ? null : Forerunner.start(server, plan, ahead, meeting);
        Lane lane = Lane.open(server, plan, ahead)) {
      return run(lane, 0, meeting, forerunner);
    } catch (SQLException e) {
      throw AdminSession.unprepared(server, e);
    }
  }

  private Replayed run(Lane lane, int first, Meeting meeting, Forerunner forerunner)
      throws SQLException {
    for (int step = first; step < known.steps().size(); step++) {
      if (forerunner == null) {
        keep(lane, step, 1);
      }
      if (!lane.pass(step)) {
        throw new Mismatch();
      }
    }
    if (forerunner == null) {
      keep(lane, known.steps().size(), 1);
    }
    if (!lane.record(known)) {
      throw new Mismatch();
    }
    return forerunner == null ? record(lane) : record(lane, meeting, forerunner);
  }

  private Replayed record(Lane lane) throws SQLException {
    for (int step = known.steps().size(); step < plan.migrations().size(); step++) {
      run(lane, step);
      keep(lane, step + 1, 1);
    }
    return replayed(lane, Optional.empty(), List.of());
  }

  private Replayed record(Lane lane, Meeting meeting, Forerunner forerunner) throws SQLException {
    int step = known.steps().size();
    for (; meeting.records(step); step++) {
      run(lane, step);
    }
    List<Step> steps = lane.steps();
    Snapshot last = steps.isEmpty() ? lane.initial() : steps.get(steps.size() - 1).after();
    Optional<Lane> ahead = forerunner.over(step, last);
    for (; ahead.isPresent() && step < meeting.last(); step++) {
      tell(step); // it has been run
    }
    if (ahead.isPresent() && states.wants(step)) {
      lane.closeSessions();
      keep(ahead.get(), step, 2);
    }
    for (; step < plan.migrations().size(); step++) {
      run(ahead.orElse(lane), step);
    }
    return replayed(
        lane, ahead.map(unused -> forerunner.rest(last, lane.highest())), forerunner.notes());
  }

  /** What cannot be kept is replayed again the next time. */
  private void keep(Lane lane, int step, int made) throws SQLException {
    if (states.wants(step)) {
      try {
        lane.keep(step, made, states);
      } catch (Problem e) {
        states.drop(step);
      }
    }
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
