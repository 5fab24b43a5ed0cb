package dev.annals.extract.replay;

import dev.annals.extract.history.Plan;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.model.Problem;
import dev.annals.model.witness.Answer;
import dev.annals.model.witness.Probe;
import dev.annals.model.witness.Side;
import dev.annals.model.witness.Trial;
import dev.annals.model.witness.Tried;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Replays a history once more, without watching it, and stops between migrations to ask whether
 * statements work: under the same rules as {@link Replay}, and only as far as somebody asks.
 */
public final class Rehearsal {

  /** So many answers leave their marks on a session. */
  private static final int MANY = 1000;

  private final ScratchServer server;
  private final Plan plan;
  private final States states;
  private final List<Trial> trials;
  private final ReplayListener listener;
  private final Map<Integer, Map<Probe, Answer>> answers = new HashMap<>();

  private Rehearsal(
      ScratchServer server, Plan plan, States states, List<Trial> trials, ReplayListener listener) {
    this.server = server;
    this.plan = plan;
    this.states = states;
    this.trials = trials;
    this.listener = listener;
  }

  /** The same, from the beginning. */
  public static List<List<Tried>> run(
      ScratchServer server, Plan plan, List<Trial> trials, ReplayListener listener) {
    return run(server, plan, States.NONE, trials, listener);
  }

  /**
   * Tries probes in a database of their own. Where a migration does not run a second time, the
   * probes after it have no answers.
   *
   * @param states where former replays of the plan have come to
   * @return the trials' probes with their answers, in the order of the trials
   */
  public static List<List<Tried>> run(
      ScratchServer server, Plan plan, States states, List<Trial> trials, ReplayListener listener) {
    Rehearsal rehearsal = new Rehearsal(server, plan, states, trials, listener);
    if (!trials.isEmpty()) {
      rehearsal.run();
    }
    return trials.stream().map(rehearsal::tried).toList();
  }

  private List<Tried> tried(Trial trial) {
    Map<Probe, Answer> after = answers.getOrDefault(trial.to(), Map.of());
    return trial.probes().stream()
        .map(
            probe -> new Tried(probe, before(trial, probe), after.getOrDefault(probe, Answer.NONE)))
        .toList();
  }

  private void run() {
    int first = trials.stream().mapToInt(Trial::from).min().orElse(0);
    int from = states.nearest(first);
    Optional<InputStream> state = from == 0 ? Optional.empty() : states.after(from);
    if (state.isPresent()) {
      try (Ground ground = Ground.at(Ground.Kept.start(server, state.get()), plan, each -> {})) {
        rehearse(ground, from);
        return;
      } catch (Problem | SQLException e) {
        answers.clear(); // from the beginning, to be sure that it was not for where we began
      }
    }
    try (Ground ground = Ground.in(server)) {
      ground.begin(plan, note -> {});
      rehearse(ground, 0);
    } catch (SQLException e) {
      throw Problem.failure(
          "trying statements on " + server.engine() + ": " + e.getMessage(),
          "If this is not about your migrations, please report it with this message.",
          e);
    }
  }

  private void rehearse(Ground ground, int from) throws SQLException {
    Set<Integer> stops = new TreeSet<>();
    trials.forEach(trial -> stops.addAll(List.of(trial.from(), trial.to())));
    int last = stops.stream().mapToInt(Integer::intValue).max().orElse(0);
    Prober prober = new Prober(ground, new LentRoles(ground.server(), ground.database()));
    PlainRun run = new PlainRun(ground, said -> {});
    for (int at = from; at <= last; at++) {
      if (stops.contains(at)) {
        listener.running(at, last, "");
        stop(at, prober, new SequenceGuard(ground.migrator()));
        if (answers.get(at).size() > MANY) {
          ground.renewSession(plan, at);
        }
      }
      if (at < last && !run.run(plan.migrations().get(at), at + 1)) {
        if (from > 0) {
          throw new SQLException("a migration that ran does not run");
        }
        return;
      }
    }
  }

  /** Asks all that wants an answer now; after a change only what worked before it. */
  private void stop(int at, Prober prober, SequenceGuard sequences) throws SQLException {
    Map<Probe, Answer> now = new HashMap<>();
    sequences.remember();
    for (Trial trial : trials) {
      Set<Side> settled = EnumSet.noneOf(Side.class);
      for (Probe probe : trial.probes()) {
        if (isAsked(trial, probe, at) && !settled.contains(probe.side())) {
          if (!now.containsKey(probe)) {
            now.put(probe, prober.ask(probe));
          }
          if (trial.wanted() == Trial.Wanted.FIRST_REFUSED
              && isRefused(trial, probe, at, now.get(probe))) {
            settled.add(probe.side());
          }
        }
      }
    }
    sequences.restore();
    answers.put(at, now);
  }

  private boolean isAsked(Trial trial, Probe probe, int at) {
    return trial.from() == at || (trial.to() == at && before(trial, probe).worked());
  }

  private Answer before(Trial trial, Probe probe) {
    return answers.getOrDefault(trial.from(), Map.of()).getOrDefault(probe, Answer.NONE);
  }

  private boolean isRefused(Trial trial, Probe probe, int at, Answer answer) {
    return trial.to() == at && new Tried(probe, before(trial, probe), answer).refused();
  }
}
