package dev.annals.extract.replay;

import dev.annals.extract.history.Plan;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.model.Problem;
import dev.annals.model.history.Step;
import dev.annals.model.history.UndoRun;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Snapshot;
import dev.annals.script.SqlScript;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Replays the same plan in a second database at the same time: to run a migration takes a third of
 * the time that it takes to run and record it. It runs ahead unwatched, and records the rest while
 * the first half is recorded elsewhere. What goes wrong here is no matter: then the other one
 * records all.
 */
final class Forerunner implements AutoCloseable {

  /** For fewer steps a second database is not worth its making. */
  private static final int WORTH = 24;

  /** What two databases of one server would see of each other. */
  private static final Pattern SHARED =
      Pattern.compile(
          "(?i)\\b(?:create|alter|drop|comment\\s+on)\\s++(?:role|user|group|database|tablespace)\\b"
              + "|\\b(?:create|alter|drop)\\s++subscription\\b"
              + "|\\bon\\s++database\\b"
              + "|\\b(?:reassign|drop)\\s++owned\\b"
              + "|\\bgrant\\b(?:(?!\\b(?:on|to)\\b)[^;])*+\\bto\\b"
              + "|\\brevoke\\b(?:(?!\\b(?:on|from)\\b)[^;])*+\\bfrom\\b");

  /** What these say in quotes is never run. */
  private static final Pattern ROWS =
      Pattern.compile("(?i)\\s*(?:insert|update|delete|comment)\\b");

  private final Meeting meeting;
  private final Beside beside = new Beside("annals-ahead");
  private final Future<Optional<Lane>> running;
  private Lane lane;
  private int turned = -1;

  private Forerunner(ScratchServer server, Plan plan, ParseAhead ahead, Meeting meeting) {
    this.meeting = meeting;
    this.running = beside.submit(() -> run(server, plan, ahead));
  }

  /** Whether it would be of use, and nobody could tell that there are two. */
  static boolean helps(ScratchServer server, Plan plan, int known) {
    return helps(server, plan, known, plan.migrations().size());
  }

  /** The same where one goes on alone from a step on. */
  static boolean helps(ScratchServer server, Plan plan, int known, int until) {
    return until - known >= WORTH
        && server.replaysAtOnce() > 1
        && Stream.of(plan.callbacks().init(), plan.callbacks().all())
            .flatMap(List::stream)
            .allMatch(each -> !each.code().isJava() && !shared(each.sql()))
        && plan.migrations().stream()
            .allMatch(each -> !each.code().isJava() && !shared(each.migration().sql()));
  }

  private static boolean shared(String sql) {
    return SHARED.matcher(sql).find()
        && SqlScript.of(sql).statements().stream()
            .map(each -> ROWS.matcher(each.text()).lookingAt() ? each.code() : each.text())
            .anyMatch(text -> SHARED.matcher(text).find());
  }

  /** Sets out. */
  static Forerunner start(ScratchServer server, Plan plan, ParseAhead ahead, Meeting meeting) {
    return new Forerunner(server, plan, ahead, meeting);
  }

  /**
   * What was recorded after a step.
   *
   * @param steps from the meeting on
   * @param undone what became of their undo scripts
   */
  record Rest(List<Step> steps, List<UndoRun> undone) {}

  private Optional<Lane> run(ScratchServer server, Plan plan, ParseAhead ahead) {
    try {
      lane = Lane.open(server, plan, ahead);
      int step = 0;
      while (!meeting.turns(step)) {
        if (!meeting.goesOn(step) || !lane.pass(step)) {
          return Optional.empty();
        }
        step++;
      }
      turned = step;
      lane.record(Known.NOTHING);
      for (; step < meeting.last(); step++) {
        if (!meeting.goesOn(step)) {
          return Optional.empty();
        }
        lane.run(step);
      }
      return Optional.of(lane);
    } catch (SQLException | Problem e) {
      return Optional.empty(); // it goes wrong for the other one too, who tells it
    }
  }

  /**
   * Waits for the end of the run.
   *
   * @param met how many steps the other one has recorded
   * @param last the structure after them
   * @return the lane, for the one who waits to go on with; empty where nothing of use was recorded
   */
  Optional<Lane> over(int met, Snapshot last) {
    return Beside.result(running)
        .filter(done -> turned == met && done.initial().schema().equals(last.schema()));
  }

  /**
   * What was recorded here, told as if one replay had recorded everything.
   *
   * @param last the structure after the steps that the other one has recorded, with its identities
   * @param highest the highest identity given there
   */
  Rest rest(Snapshot last, long highest) {
    List<Step> steps = lane.steps();
    UnaryOperator<Snapshot> renumbered = renumbering(lane, last, highest);
    return new Rest(
        steps.stream().map(step -> step.with(renumbered.apply(step.after()))).toList(),
        lane.undone());
  }

  /** Identities are numbers in the order in which objects came: those of the other one go first. */
  private static UnaryOperator<Snapshot> renumbering(Lane lane, Snapshot last, long highest) {
    Map<ObjectRef, Long> there = last.byRef();
    Map<Long, Long> numbers = new HashMap<>();
    lane.initial().byRef().forEach((ref, number) -> numbers.put(number, there.get(ref)));
    long first = lane.highestInitial();
    return snapshot -> {
      List<Long> own = snapshot.identities();
      List<Long> renumbered = new ArrayList<>(own.size());
      for (long number : own) {
        renumbered.add(
            number == 0 ? 0L : number > first ? number - first + highest : numbers.get(number));
      }
      return new Snapshot(snapshot.schema(), renumbered);
    };
  }

  /** What a reader should know about each step's run here, in their order; waits for its end. */
  List<List<String>> notes() {
    Beside.result(running);
    return lane == null ? List.of() : lane.notes();
  }

  /** Stops, and drops the database. */
  @Override
  public void close() throws SQLException {
    meeting.cancel();
    try {
      Beside.result(running);
    } finally {
      beside.close();
      if (lane != null) {
        lane.close();
      }
    }
  }
}
