package dev.annals.extract.replay;

import dev.annals.extract.history.Plan;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.model.Problem;
import dev.annals.model.witness.Answer;
import dev.annals.model.witness.Probe;
import dev.annals.model.witness.Trial;
import dev.annals.model.witness.Tried;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Replays a history once more, without watching it, and stops between migrations to ask whether
 * statements work: under the same rules as {@link Replay}, and only as far as somebody asks.
 */
public final class Rehearsal {

  private final ScratchServer server;
  private final Plan plan;
  private final List<Trial> trials;
  private final ReplayListener listener;
  private final Map<Integer, Map<Probe, Answer>> answers = new HashMap<>();

  private Rehearsal(ScratchServer server, Plan plan, List<Trial> trials, ReplayListener listener) {
    this.server = server;
    this.plan = plan;
    this.trials = trials;
    this.listener = listener;
  }

  /**
   * Tries probes in a database of their own. Where a migration does not run a second time, the
   * probes after it have no answers.
   *
   * @return the trials' probes with their answers, in the order of the trials
   */
  public static List<List<Tried>> run(
      ScratchServer server, Plan plan, List<Trial> trials, ReplayListener listener) {
    Rehearsal rehearsal = new Rehearsal(server, plan, trials, listener);
    if (!trials.isEmpty()) {
      rehearsal.run();
    }
    return trials.stream().map(rehearsal::tried).toList();
  }

  private List<Tried> tried(Trial trial) {
    Map<Probe, Answer> before = answers.getOrDefault(trial.from(), Map.of());
    Map<Probe, Answer> after = answers.getOrDefault(trial.to(), Map.of());
    return trial.probes().stream()
        .map(
            probe ->
                new Tried(
                    probe,
                    before.getOrDefault(probe, Answer.NONE),
                    after.getOrDefault(probe, Answer.NONE)))
        .toList();
  }

  private void run() {
    String database = server.createDatabase();
    try (Connection connection = server.migrator(database)) {
      SessionState session = new SessionState(connection, plan.settings());
      new CallbackRun(server, database, note -> {}).opening(plan.callbacks(), connection, session);
      session.prepare();
      rehearse(database, connection, session);
    } catch (SQLException e) {
      throw Problem.failure(
          "trying statements on " + server.engine() + ": " + e.getMessage(),
          "If this is not about your migrations, please report it with this message.",
          e);
    } finally {
      server.dropDatabase(database);
    }
  }

  private void rehearse(String database, Connection connection, SessionState session)
      throws SQLException {
    Set<Integer> stops = new TreeSet<>();
    trials.forEach(trial -> stops.addAll(List.of(trial.from(), trial.to())));
    int last = stops.stream().mapToInt(Integer::intValue).max().orElse(0);
    Prober prober = new Prober(connection, new LentRoles(server, database));
    PlainRun run = new PlainRun(connection, server, database, session);
    for (int at = 0; at <= last; at++) {
      if (stops.contains(at)) {
        listener.running(at, last, "");
        stop(at, prober, new SequenceGuard(connection));
      }
      if (at < last && !run.run(plan.migrations().get(at), at + 1)) {
        return;
      }
    }
  }

  /** Asks all that wants an answer now; after a change only what worked before it. */
  private void stop(int at, Prober prober, SequenceGuard sequences) throws SQLException {
    Map<Probe, Answer> now = new HashMap<>();
    sequences.remember();
    for (Trial trial : trials) {
      for (Probe probe : trial.probes()) {
        boolean asked = trial.from() == at || (trial.to() == at && worked(trial, probe));
        if (asked && !now.containsKey(probe)) {
          now.put(probe, prober.ask(probe));
        }
      }
    }
    sequences.restore();
    answers.put(at, now);
  }

  private boolean worked(Trial trial, Probe probe) {
    return answers.getOrDefault(trial.from(), Map.of()).getOrDefault(probe, Answer.NONE).worked();
  }
}
